// What a member, a stranger and a careless client could do to files: each of these worked once.
import { createServer, type Server } from 'node:http'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isRefused, startTarget, tokenFor, type Target } from '../support/attacks.ts'

let target: Target
let tokenOf: (email: string) => Promise<string>
let picture: Buffer
let inside: Server
let insideUrl: string
const reached: string[] = []

const AS = 'contributor@client.test'

beforeAll(async () => {
  target = await startTarget()
  tokenOf = tokenFor(target)
  picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#246' } })
    .png()
    .toBuffer()
  inside = createServer((req, res) => {
    reached.push(`${req.url} ${req.headers.authorization ?? ''}`)
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const address = inside.address()
  insideUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})

afterAll(async () => {
  inside?.close()
  await target?.stop()
})

const upload = (as = AS) =>
  target.upload({
    as,
    bytes: picture,
    data: { tenant: target.world.client.id, alt: 'A wall' },
    mimeType: 'image/png',
    name: 'wall.png',
  })

const forms = (): string[] => {
  const folder = path.join(path.resolve(process.env.DATA_DIR ?? '.data'), 'uploads', 'forms')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('forms', () => {
  it('of strangers, and where no file belongs, are not written to the disk', async () => {
    const before = forms().length
    for (const at of [
      '/api/users/login',
      '/api/graphql',
      '/api/case-studies',
      '/api/media',
      '/api/documents',
      '/api/media/access/1',
      '/api/importer',
    ]) {
      const form = new FormData()
      form.set('_payload', '{}')
      form.set('anything', new Blob([picture as BlobPart]), 'x.png')
      const answer = await target.send(at, { method: 'POST', body: form })
      expect({ at, refused: isRefused(answer) }).toEqual({ at, refused: true })
    }
    expect(forms().length).toBe(before)
  })

  it('of the admin, which sends documents as forms, still make documents', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ tenant: target.world.client.id, name: 'From a form' }))
    const answer = await target.send('/api/services', {
      method: 'POST',
      headers: { authorization: `JWT ${await tokenOf('editor@client.test')}` },
      body: form,
    })
    expect(answer).toMatchObject({ status: 201, body: { doc: { name: 'From a form' } } })
  })

  it('and bodies without a length are read up to a size', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)),
    })
    for (const at of ['/api/users/login', '/api/graphql']) {
      const response = await fetch(target.api.url + at, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: at === '/api/graphql' ? endless.tee()[0] : ' '.repeat(9_000_000),
        duplex: 'half',
      } as RequestInit)
      expect({ at, status: response.status }).toEqual({ at, status: 413 })
    }
  })
})

describe('what a file says of itself', () => {
  it('is derived from it, and nobody types it in', async () => {
    const { doc } = (await upload()).body
    const { body } = await target.api.call({
      as: AS,
      method: 'PATCH',
      path: `/api/media/${doc.id}`,
      body: {
        blurDataUrl: 'https://evil.test/x.png',
        filesize: -1e12,
        mimeType: 'text/html',
        palette: { dominant: 'url(https://evil.test)' },
        width: 9e15,
      },
    })
    expect(body.doc).toMatchObject({
      blurDataUrl: doc.blurDataUrl,
      filesize: doc.filesize,
      mimeType: 'image/png',
      palette: doc.palette,
      width: 400,
    })
  })

  it('is not fetched from an address that the data names', async () => {
    const answer = await target.api.call({
      as: AS,
      method: 'POST',
      path: '/api/media',
      body: {
        tenant: target.world.client.id,
        alt: 'x',
        filename: 'x.png',
        url: `${insideUrl}/x.png`,
      },
    })
    expect(isRefused(answer)).toBe(true)
    expect(reached).toEqual([])
  })
})

describe('room', () => {
  it('is not gained by sending several files at once', async () => {
    await target.payload.update({
      collection: 'tenants',
      id: target.world.agency.id,
      data: { quotas: { storageMb: 1 } },
      overrideAccess: true,
    })
    const noise = await sharp({
      create: {
        width: 500,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .png()
      .toBuffer()
    const fitting = Math.floor(1_000_000 / noise.length)
    const as = 'editor@agency.test'
    const send = (alt: string) =>
      target.upload({
        as,
        bytes: noise,
        data: { tenant: target.world.agency.id, alt },
        mimeType: 'image/png',
        name: 'noise.png',
      })
    // The first signs in; several log-ins at once would undo each other.
    const answers = [
      await send('First'),
      ...(await Promise.all(Array.from({ length: fitting + 2 }, (_, at) => send(`Noise ${at}`)))),
    ]
    const outcomes = answers.map(({ body, status }) => body.errors?.[0]?.data?.code ?? status)
    expect(outcomes.sort()).toEqual([
      ...Array.from({ length: fitting }, () => 201),
      ...Array.from({ length: 3 }, () => 'quota_exceeded'),
    ])
    const { body } = await target.api.call({
      as,
      path: `/api/media/usage?tenant=${target.world.agency.id}`,
    })
    expect(body.bytes).toBeLessThanOrEqual(1_000_000)
  })
})

describe('trying out crops', () => {
  it('is for people of the tenant, and gives no lasting address', async () => {
    const { doc } = (await upload()).body
    const at = `/api/media/${doc.id}/renditions?x=10&y=10&width=20.123&height=30`
    for (const as of [undefined, 'editor@stranger.test']) {
      expect(isRefused(await target.api.call({ as, path: at }))).toBe(true)
    }
    const { body } = await target.api.call({ as: AS, path: at })
    for (const { url } of body.presets as { url: string }[]) {
      expect(url).toMatch(/\/authenticated\/.*[?&]e=\d+&a=member$/)
    }
  })
})

describe('a storage account', () => {
  it('is asked at Cloudinary’s own address only, and a kept secret goes to no other', async () => {
    const answer = await target.api.call({
      as: 'owner@client.test',
      method: 'POST',
      path: '/api/storage-accounts',
      body: {
        tenant: target.world.client.id,
        cloudName: 'demo',
        apiKey: 'k',
        apiSecret: 's3cret',
        apiBaseUrl: insideUrl,
      },
    })
    expect(isRefused(answer)).toBe(true)
    const { seal } = await import('../../collections/StorageAccounts/seal.ts')
    const tenant = target.world.client.id
    const made = await target.payload.db.create({
      collection: 'storage-accounts',
      data: {
        apiKey: 'k',
        cloudName: 'demo',
        sealedSecret: seal({ tenant, text: 's3cret' }),
        tenant,
      },
    })
    for (const body of [
      { apiBaseUrl: insideUrl },
      { apiBaseUrl: 'https://api-eu.cloudinary.com' },
      { cloudName: 'another' },
      { apiKey: 'another' },
    ]) {
      const changed = await target.api.call({
        as: 'owner@client.test',
        method: 'PATCH',
        path: `/api/storage-accounts/${made.id}`,
        body,
      })
      expect({ body, refused: isRefused(changed) }).toEqual({ body, refused: true })
    }
    expect(reached).toEqual([])
  })
})
