// A file from its upload to its end, over HTTP, on the local disk: who may fetch it at each point.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createStudy } from '../support/content.ts'
import { startTarget, type Target } from '../support/attacks.ts'

let target: Target
let picture: Buffer

const AS = 'editor@client.test'

beforeAll(async () => {
  // A folder of its own: what other tests have under way is not looked at.
  process.env.DATA_DIR = mkdtempSync(path.join(tmpdir(), 'vitrine-lifecycle-'))
  target = await startTarget()
  picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#246' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Ada' }, IFD3: { GPSLatitude: '53/1 33/1 0/1' } })
    .toBuffer()
})

afterAll(async () => {
  await target?.stop()
  rmSync(dataDir(), { force: true, recursive: true })
})

const upload = (data: Record<string, unknown> = {}, as = AS) =>
  target.upload({
    as,
    bytes: picture,
    data: { tenant: target.world.client.id, alt: 'A harbour', ...data },
    mimeType: 'image/jpeg',
    name: 'Harbour at night.jpeg',
  })

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(target.api.url + url, { headers })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}

const read = async (id: string, as?: string) =>
  (await target.api.call({ as, path: `/api/media/${id}` })).body

/** Imported only now: the configuration reads the environment. */
const settle = async () => {
  const { runDueJobs } = await import('../../src/jobs/runner.ts')
  await runDueJobs({ payload: target.payload })
}

describe('a picture', () => {
  it('is stored once, without what tells where it was taken, and described', async () => {
    const { body, status } = await upload()
    expect({ status, body }).toMatchObject({ status: 201 })
    const { doc } = body
    expect(doc).toMatchObject({
      alt: 'A harbour',
      exposure: 'none',
      height: 1200,
      mimeType: 'image/jpeg',
      width: 1600,
      uses: 0,
      asset: { driver: 'local', deliveryType: 'authenticated', format: 'jpg', status: 'ready' },
    })
    expect(doc.filename).toMatch(/^harbour-at-night-[0-9a-f]{16}\.jpg$/)
    expect(doc.blurDataUrl).toMatch(/^data:image\/png;base64,/)
    expect(doc.asset.publicId).toMatch(
      new RegExp(`^vitrine/${target.world.client.id}/media/[0-9a-f]{32}$`),
    )
    const original = await get(doc.url)
    expect(original.status).toBe(200)
    const { exif, width } = await sharp(original.bytes).metadata()
    expect({ exif, width }).toEqual({ exif: undefined, width: 1600 })
  })

  it('has renditions of each preset, of which the browser gets what it accepts', async () => {
    const { doc } = (await upload()).body
    expect(Object.keys(doc.sizes)).toEqual(['wide', 'card', 'banner', 'portrait', 'square', 'og'])
    const card = doc.sizes.card.srcset.split(', ').map((one: string) => one.split(' '))
    expect(card.map(([, width]: string[]) => width)).toEqual([
      '320w',
      '480w',
      '640w',
      '960w',
      '1280w',
    ])
    const avif = await get(card[0][0], { accept: 'image/avif,image/webp,*/*' })
    const jpeg = await get(card[0][0], { accept: 'image/jpeg' })
    expect([avif.headers.get('content-type'), jpeg.headers.get('content-type')]).toEqual([
      'image/avif',
      'image/jpeg',
    ])
    expect(await sharp(jpeg.bytes).metadata()).toMatchObject({ width: 320, height: 213 })
    const og = await sharp((await get(doc.sizes.og.url)).bytes).metadata()
    expect(og).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  })

  it('is fetched by nobody without a signature, or after the time of one', async () => {
    const { doc } = (await upload()).body
    const bare = doc.url.replace(/\?.*$/, '').replace(/s--[\w-]+--\//, '')
    for (const url of [
      bare,
      bare.replace('/authenticated/', '/upload/'),
      doc.url.replace(/e=\d+/, 'e=1'),
      doc.url.replace(/e=(\d)/, 'e=9$1'),
      doc.url.replace('a=member', 'a=link'),
      doc.url.replace('/v1', '/v2'),
    ]) {
      expect({ url, status: (await get(url)).status }).not.toMatchObject({ status: 200 })
    }
  })

  it('becomes public with the study that shows it, and is taken back with it', async () => {
    const { doc } = (await upload()).body
    const study = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'Shows a harbour',
      cover: doc.id,
    })
    await settle()
    const shown = await read(doc.id)
    expect(shown).toMatchObject({ exposure: 'public', asset: { deliveryType: 'upload' } })
    expect(shown.url).toMatch(/^\/media\/image\/upload\/v\d+\/vitrine\//)
    const first = await get(shown.sizes.card.url)
    expect(first.status).toBe(200)
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    // What was handed out while it was private goes on working.
    expect((await get(doc.sizes.card.url)).status).toBe(200)
    await target.payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { _status: 'draft' },
      overrideAccess: true,
    })
    await settle()
    expect((await get(shown.sizes.card.url)).status).toBe(404)
    expect((await get(shown.url)).status).toBe(404)
    expect((await target.api.call({ path: `/api/media/${doc.id}` })).status).toBe(404)
  })

  it('of an unlisted study is fetched by those whom the page gave an address, until it ends', async () => {
    const { doc } = (await upload()).body
    const study = await createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'For those with the link',
      cover: doc.id,
      visibility: 'unlisted',
    })
    await settle()
    expect(await read(doc.id, AS)).toMatchObject({
      exposure: 'link',
      asset: { deliveryType: 'authenticated' },
    })
    const url = (await asVisitor(doc.id)).sizes.card!.url
    expect(url).toContain('a=link')
    expect((await get(url)).status).toBe(200)
    await target.payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { visibility: 'private', _status: 'published' },
      overrideAccess: true,
    })
    expect((await get(url)).status).toBe(404)
  })

  it('keeps every reference when its file is replaced; the old one goes', async () => {
    const { doc } = (await upload()).body
    const bytes = await sharp({
      create: { width: 800, height: 800, channels: 3, background: '#c33' },
    })
      .png()
      .toBuffer()
    const { body, status } = await target.upload({
      as: AS,
      bytes,
      data: {},
      method: 'PATCH',
      mimeType: 'image/png',
      name: 'square.png',
      path: `/api/media/${doc.id}`,
    })
    expect({ status, body }).toMatchObject({ status: 200 })
    expect(body.doc).toMatchObject({ id: doc.id, alt: 'A harbour', width: 800, height: 800 })
    expect(body.doc.asset.publicId).not.toBe(doc.asset.publicId)
    expect((await get(body.doc.url)).status).toBe(200)
    await settle()
    expect(existsSync(folderOf(doc.asset.publicId))).toBe(false)
    expect(existsSync(folderOf(body.doc.asset.publicId))).toBe(true)
  })

  it('takes its file along when it is deleted', async () => {
    const { doc } = (await upload()).body
    expect(existsSync(folderOf(doc.asset.publicId))).toBe(true)
    const { status } = await target.api.call({
      as: AS,
      method: 'DELETE',
      path: `/api/media/${doc.id}`,
    })
    expect(status).toBe(200)
    await settle()
    expect(existsSync(folderOf(doc.asset.publicId))).toBe(false)
    expect((await get(doc.url)).status).toBe(404)
  })

  it('leaves nothing at the store when its document is refused', async () => {
    const before = await stored()
    const { status } = await upload({ alt: '' })
    expect(status).toBe(400)
    expect(await stored()).toEqual(before)
    expect(inWork()).toEqual([])
  })

  it('cuts and turns around a point without touching the file', async () => {
    const { doc } = (await upload()).body
    const { body } = await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/media/${doc.id}`,
      body: { crop: { x: 50, y: 0, width: 50, height: 100 }, focalX: 75, focalY: 20 },
    })
    expect(body.doc.asset).toEqual(doc.asset)
    expect(body.doc.sizes.card.url).toContain('c_crop,h_1200,w_800,x_800,y_0/c_fill,g_xy_center')
    const { height, width } = await sharp((await get(body.doc.sizes.wide.url)).bytes).metadata()
    expect({ height, width }).toEqual({ height: 1200, width: 800 })
  })

  it('is not given another id, or said to be elsewhere, by a request', async () => {
    const { doc } = (await upload()).body
    const foreign = (await upload({ tenant: target.world.stranger.id }, 'editor@stranger.test'))
      .body.doc
    const { body } = await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/media/${doc.id}`,
      body: { asset: { ...foreign.asset }, 'asset.publicId': foreign.asset.publicId, uses: 7 },
    })
    expect(body.doc.asset).toEqual(doc.asset)
    expect(body.doc.uses).toBe(0)
  })
})

/** Of this process's own uploads nothing is left half-way. */
const inWork = (): string[] =>
  readdirSync(path.join(dataDir(), 'uploads')).filter((name) => name.endsWith('.stripped'))

/** As a page reads it for a visitor with the link. */
const asVisitor = async (id: string) => {
  const { withCapability, asPrincipal } = await import('../../access/claims.ts')
  const { ANONYMOUS } = await import('../../access/principal.ts')
  return asPrincipal(ANONYMOUS, () =>
    withCapability('readSharedStudy', target.world.client.id, () =>
      target.payload.findByID({ collection: 'media', id, overrideAccess: true }),
    ),
  ) as Promise<{ sizes: Record<string, { url: string }> }>
}

const dataDir = () => path.resolve(process.env.DATA_DIR ?? '.data')
const folderOf = (publicId: string) => path.join(dataDir(), 'media', 'authenticated', publicId)

const stored = async (): Promise<string[]> => {
  const { stores } = await import('../../src/config/media.ts')
  const ids: string[] = []
  for await (const { publicId } of stores.drivers[0]!.list({ account: null, prefix: 'vitrine/' })) {
    ids.push(publicId)
  }
  return ids.sort()
}
