// The media library in a real browser against the production server: files on the disk, and files that
// the browser sends straight to Cloudinary.
import { rmSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { makeMp4 } from '../../plugins/media/inspect/testClips.ts'
import type { Media } from '../../payload-types.ts'
import { axeFindings, launchBrowser, overflow, watchComplaints } from '../support/browser.ts'
import { startCloudinary, type CloudinaryStandIn } from '../support/cloudinary/index.ts'
import { eventually } from '../support/demo.ts'
import { makeDataDir, startServerOn, type ServerProcess } from '../support/process.ts'
import { copyTemplate } from '../support/payload.ts'

let browser: Browser
let cloud: CloudinaryStandIn

beforeAll(async () => {
  browser = await launchBrowser()
  cloud = await startCloudinary({ cloudName: 'demo', apiKey: '1234', apiSecret: 'hush-hush' })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await cloud?.stop()
})

type World = {
  server: ServerProcess
  context: BrowserContext
  tenant: string
  api: <T>(path: string, init?: RequestInit) => Promise<T>
  stop: () => Promise<void>
}

const PASSWORD = 'a-password-for-tests'

/** An installation with one workspace and its editor. */
const open = async (env: Record<string, string>): Promise<World> => {
  const dataDir = makeDataDir()
  const server = await startServerOn(await copyTemplate(), dataDir, env)
  const post = async (path: string, body: object, token = '') => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    return (await response.json()) as { token: string; doc: { id: string } }
  }
  const first = await post('/api/users/first-register', {
    email: 'first@library.test',
    name: 'First',
    password: PASSWORD,
  })
  const { doc: tenant } = await post(
    '/api/tenants',
    {
      name: 'Library',
      slug: 'library',
      kind: 'client',
      status: 'active',
      locales: ['en'],
      defaultLocale: 'en',
      visibility: 'public',
    },
    first.token,
  )
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 1000 },
  })
  await context.addCookies([
    { name: 'payload-token', value: first.token, url: server.url },
    { name: 'payload-tenant', value: tenant.id, url: server.url },
  ])
  return {
    server,
    context,
    tenant: tenant.id,
    api: async <T>(path: string, init: RequestInit = {}) => {
      const response = await fetch(server.url + path, {
        ...init,
        headers: { authorization: `JWT ${first.token}`, ...init.headers },
      })
      return (await response.json()) as T
    },
    stop: async () => {
      await context.close()
      server.child.kill('SIGTERM')
      await server.exit
      rmSync(dataDir, { force: true, recursive: true })
    },
  }
}

const picture = (colour: string) =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: colour } })
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Ada' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 1/1 1/1' },
    })
    .toBuffer()

/** A film of more bytes than go in one chunk; what pads it is nothing to a player. */
const longFilm = async (bytes: number): Promise<Buffer> => {
  const clip = await makeMp4({ seconds: 3, width: 320, height: 180 })
  const padding = Buffer.alloc(bytes - clip.length)
  padding.writeUInt32BE(padding.length, 0)
  padding.write('free', 4)
  return Buffer.concat([clip, padding])
}

const filesOf = async ({ api }: World): Promise<Media[]> =>
  (await api<{ docs: Media[] }>('/api/media?limit=20&sort=createdAt')).docs

const addFiles = async (
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
) => {
  await page.goto('/admin/collections/media')
  const add = page.getByRole('button', { name: 'Add files' })
  await add.waitFor()
  await page.waitForLoadState('networkidle')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), add.click()])
  await chooser.setFiles(files)
}

const describeAll = async (page: Page, words: string[]) => {
  const fields = page
    .locator('.media-upload')
    .locator('.media-input')
    .or(page.locator('.media-input'))
  await fields.nth(words.length - 1).waitFor()
  for (const [index, text] of words.entries()) {
    await fields.nth(index).fill(text)
  }
  const all = page.getByRole('button', { name: 'Save all described' })
  await expect(eventuallyEnabled(all)).resolves.toBe(true)
  await all.click()
}

const eventuallyEnabled = (button: ReturnType<Page['getByRole']>): Promise<boolean> =>
  eventually(async () => (await button.isEnabled()) || false)

describe('the library on the disk', () => {
  let world: World

  beforeAll(async () => {
    world = await open({})
  }, 240_000)

  afterAll(async () => {
    await world?.stop()
  }, 60_000)

  it('takes several files at once, each with its description, and none with its place', async () => {
    const page = await world.context.newPage()
    const complaints = watchComplaints(page)
    await addFiles(page, [
      { name: 'one.jpg', mimeType: 'image/jpeg', buffer: await picture('#246') },
      { name: 'two.jpg', mimeType: 'image/jpeg', buffer: await picture('#642') },
      { name: 'film.mp4', mimeType: 'video/mp4', buffer: await longFilm(9_000_000) },
    ])
    await describeAll(page, ['A blue wall', 'A brown wall', 'A film'])
    const docs = await eventually(async () => {
      const found = await filesOf(world)
      return found.length === 3 && found
    })
    expect(docs && docs.map(({ alt }) => alt).sort()).toEqual([
      'A blue wall',
      'A brown wall',
      'A film',
    ])
    for (const { asset, url } of docs || []) {
      const bytes = Buffer.from(await (await fetch(world.server.url + url)).arrayBuffer())
      const exif =
        asset?.resourceType === 'image' ? (await sharp(bytes).metadata()).exif : undefined
      expect(exif).toBeUndefined()
    }
    const film = docs && docs.find(({ mimeType }) => mimeType === 'video/mp4')
    expect(film && film.asset).toMatchObject({ hasPoster: true, resourceType: 'video' })
    expect(complaints).toEqual([])
    await page.close()
  }, 120_000)

  it('says why a file is not taken, and takes the others', async () => {
    const page = await world.context.newPage()
    await addFiles(page, [
      { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html></html>') },
    ])
    await page.getByText(/none of the types that are taken here/).waitFor()
    expect(await filesOf(world)).toHaveLength(3)
    await page.close()
  }, 60_000)

  it('moves the focal point by keys, and each shape follows once it is saved', async () => {
    const [doc] = await filesOf(world)
    const page = await world.context.newPage()
    await page.goto(`/admin/collections/media/${doc!.id}`)
    const dot = page.locator('.media-focal__dot')
    await dot.waitFor()
    await page.waitForLoadState('networkidle')
    await dot.focus()
    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.press('Shift+ArrowRight')
    }
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const saved = await eventually(async () => {
      const { focalX } = await world.api<Media>(`/api/media/${doc!.id}`)
      return (focalX ?? 0) > 50 && focalX
    })
    expect(saved).toBeGreaterThan(50)
    const after = await world.api<Media>(`/api/media/${doc!.id}`)
    expect(after.sizes?.square?.url).toContain('g_xy_center')
    expect(after.asset?.publicId).toBe(doc!.asset?.publicId)
    await page.close()
  }, 60_000)

  it('replaces the file and keeps the document', async () => {
    const [doc] = await filesOf(world)
    const page = await world.context.newPage()
    await page.goto(`/admin/collections/media/${doc!.id}`)
    const replace = page.getByRole('button', { name: 'Replace', exact: true })
    await replace.waitFor()
    await page.waitForLoadState('networkidle')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), replace.click()])
    await chooser.setFiles([
      { name: 'new.jpg', mimeType: 'image/jpeg', buffer: await picture('#a2c') },
    ])
    await page.getByRole('button', { name: 'Replace now' }).click()
    const after = await eventually(async () => {
      const now = await world.api<Media>(`/api/media/${doc!.id}`)
      return now.asset?.etag !== doc!.asset?.etag && now
    })
    expect(after).toMatchObject({ id: doc!.id, alt: doc!.alt })
    await page.close()
  }, 60_000)

  it('can be used by everybody: WCAG, narrow windows, dark', async () => {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [768, 'dark'],
      [360, 'dark'],
    ] as const) {
      const page = await world.context.newPage()
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await page.goto('/admin/collections/media')
      await page.locator('.media-card').first().waitFor()
      await page.waitForLoadState('networkidle')
      // Payload's pages have no <main>, which axe says of everything on them.
      const ours = (await axeFindings(page)).filter(
        ({ nodes, rule }) => rule !== 'region' && nodes.some((node) => node.includes('media-')),
      )
      expect({ width, ours, overflow: await overflow(page) }).toEqual({
        width,
        ours: [],
        overflow: 0,
      })
      await page.close()
    }
  }, 120_000)
})

describe('the library at Cloudinary', () => {
  let world: World

  beforeAll(async () => {
    world = await open({
      CLOUDINARY_URL: `${cloud.cloudinaryUrl}&secure_distribution=${cloud.url}`,
    })
  }, 240_000)

  afterAll(async () => {
    await world?.stop()
  }, 60_000)

  it('is sent the files by the browser itself, large ones in chunks, again where the line broke', async () => {
    const page = await world.context.newPage()
    const seen: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().startsWith(cloud.url)) {
        seen.push(request.headers()['content-range'] ?? 'whole')
      }
    })
    cloud.fail({ on: 'upload', how: 'drop', times: 1 })
    await addFiles(page, [
      { name: 'one.jpg', mimeType: 'image/jpeg', buffer: await picture('#246') },
      { name: 'film.mp4', mimeType: 'video/mp4', buffer: await longFilm(25_000_000) },
    ])
    await describeAll(page, ['A wall', 'A film'])
    const docs = await eventually(async () => {
      const found = await filesOf(world)
      return found.length === 2 && found
    })
    expect(docs && docs.map(({ asset }) => asset?.driver)).toEqual(['cloudinary', 'cloudinary'])
    expect(seen).toContain('whole')
    expect(seen.filter((one) => one.endsWith('/25000000')).length).toBeGreaterThanOrEqual(2)
    await page.close()
  }, 180_000)
})
