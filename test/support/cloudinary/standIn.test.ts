// The stand-in refuses what Cloudinary refuses. Requests are signed here, not by the plugin.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import { startCloudinary, type CloudinaryStandIn } from './index.ts'

let cloud: CloudinaryStandIn
let picture: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1234',
    apiSecret: 'abcd',
    chunkMinimum: 500,
    limits: { image: 20_000, raw: 20_000, request: 4000 },
    adminCalls: 2,
  })
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#a30' } })
    .png()
    .toBuffer()
  picture = new Uint8Array(png)
})

afterAll(async () => {
  await cloud.stop()
})

type Fields = Record<string, string>

const signed = (fields: Fields, secret = 'abcd'): Fields => {
  const all = { timestamp: String(Math.floor(Date.now() / 1000)), ...fields }
  const text = Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  const signature = createHash('sha1')
    .update(text + secret)
    .digest('hex')
  return { ...all, signature, api_key: '1234' }
}

const send = async ({
  action = 'upload',
  fields,
  file,
  headers = {},
  name = 'file.png',
  path = 'demo/image',
}: {
  fields: Fields
  file?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  name?: string
  path?: string
  action?: string
}): Promise<{
  status: number
  body: Record<string, unknown> & { error?: { message: string } }
}> => {
  const form = new FormData()
  Object.entries(fields).forEach(([key, value]) => form.set(key, value))
  if (file) {
    form.set('file', new Blob([file]), name)
  }
  const url = `${cloud.url}/v1_1/${path}/${action}`
  const answer = await fetch(url, { method: 'POST', headers, body: form })
  return { status: answer.status, body: (await answer.json()) as Record<string, never> }
}

const part = (id: string, bytes: number, range: string) =>
  send({
    fields: signed({ public_id: `parts/${id}`, overwrite: '0' }),
    file: new Uint8Array(bytes),
    headers: { 'X-Unique-Upload-Id': id, 'Content-Range': range },
    path: 'demo/raw',
  })

describe('uploads', () => {
  test('answer with a signature of their own', async () => {
    const { body } = await send({ fields: signed({ public_id: 'signed' }), file: picture })
    expect(body.signature).toBe(
      createHash('sha1')
        .update(`public_id=signed&version=${String(body.version)}abcd`)
        .digest('hex'),
    )
  })

  test('say what the picture is', async () => {
    const { body } = await send({ fields: signed({ public_id: 'seen' }), file: picture })
    expect(body).toMatchObject({ width: 40, height: 20, format: 'png', bytes: picture.length })
    expect(body.etag).toBe(createHash('md5').update(picture).digest('hex'))
  })

  test('with a wrong signature are refused, with what was to be signed', async () => {
    const { body, status } = await send({
      fields: signed({ public_id: 'x', timestamp: '5' }, 'guess'),
      file: picture,
    })
    expect(status).toBe(401)
    expect(body.error?.message).toMatch(
      /^Invalid Signature [0-9a-f]{40}\. String to sign - 'public_id=x&timestamp=5'\.$/,
    )
  })

  test('with a parameter more than was signed are refused', async () => {
    const fields = { ...signed({ public_id: 'x' }), tags: 'smuggled' }
    expect((await send({ fields, file: picture })).status).toBe(401)
  })

  test('with another key are refused', async () => {
    const fields = { ...signed({ public_id: 'x' }), api_key: '99' }
    expect((await send({ fields, file: picture })).body.error?.message).toMatch(/Invalid api_key/)
  })

  test('signed more than an hour ago are refused', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000) - 3700)
    const { body, status } = await send({ fields: signed({ timestamp }), file: picture })
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/^Stale request/)])
  })

  test('to an unknown cloud are refused', async () => {
    const answer = await send({ fields: signed({}), file: picture, path: 'other/image' })
    expect([answer.status, answer.body.error?.message]).toEqual([404, 'Unknown cloud name'])
  })

  test('without a file are refused', async () => {
    const { body, status } = await send({ fields: signed({ public_id: 'x' }) })
    expect([status, body.error?.message]).toEqual([400, 'Missing required parameter - file'])
  })

  test('over the ceiling of one request are refused', async () => {
    const { body } = await send({
      fields: signed({ public_id: 'big' }),
      file: new Uint8Array(4001),
      path: 'demo/raw',
    })
    expect(body.error?.message).toBe('File size too large. Got 4001. Maximum is 4000.')
  })

  test('of an id that is taken answer with what has it', async () => {
    const fields = { public_id: 'taken', overwrite: '0' }
    await send({ fields: signed(fields), file: picture })
    const other = await sharp(picture).negate().png().toBuffer()
    const { body, status } = await send({ fields: signed(fields), file: new Uint8Array(other) })
    expect([status, body.existing]).toEqual([200, true])
    expect(body.etag).toBe(createHash('md5').update(picture).digest('hex'))
  })

  test('of formats that are not allowed are refused', async () => {
    const fields = signed({ public_id: 'x', allowed_formats: 'jpg,webp' })
    const { body } = await send({ fields, file: picture })
    expect(body.error?.message).toBe('Image file format png not allowed')
  })

  test('of what is no picture are refused', async () => {
    const fields = signed({ public_id: 'x' })
    const { body } = await send({ fields, file: new Uint8Array(100) })
    expect(body.error?.message).toBe('Invalid image file')
  })
})

describe('uploads in parts', () => {
  test('are put together', async () => {
    const first = await part('whole', 600, 'bytes 0-599/1000')
    expect(first.body).toMatchObject({ done: false, bytes: 600 })
    const last = await part('whole', 400, 'bytes 600-999/1000')
    expect(last.body).toMatchObject({ done: true, bytes: 1000, public_id: 'parts/whole' })
  })

  test('take a part again', async () => {
    await part('again', 600, 'bytes 0-599/1000')
    await part('again', 600, 'bytes 0-599/1000')
    const last = await part('again', 400, 'bytes 600-999/1000')
    expect(last.body).toMatchObject({ done: true, bytes: 1000 })
  })

  test('that are too small are refused', async () => {
    const { body } = await part('small', 499, 'bytes 0-498/1000')
    expect(body.error?.message).toBe('All parts except EOF-chunk must be larger than 5mb')
  })

  test('of unequal sizes are refused', async () => {
    await part('unequal', 600, 'bytes 0-599/2000')
    const { body } = await part('unequal', 700, 'bytes 600-1299/2000')
    expect(body.error?.message).toBe('Inconsistent chunk sizes')
  })

  test('that do not begin at the beginning are refused', async () => {
    expect((await part('middle', 600, 'bytes 600-1199/2000')).status).toBe(400)
  })

  test('of which one is missing are refused', async () => {
    await part('missing', 600, 'bytes 0-599/1800')
    expect((await part('missing', 600, 'bytes 1200-1799/1800')).status).toBe(400)
  })

  test('that change their total are refused', async () => {
    await part('total', 600, 'bytes 0-599/1800')
    expect((await part('total', 600, 'bytes 600-1199/1900')).status).toBe(400)
  })
})

describe('what has been stored', () => {
  const call = (action: string, fields: Fields) => send({ action, fields: signed(fields) })
  const upload = (publicId: string, more: Fields = {}) =>
    send({ fields: signed({ public_id: publicId, ...more }), file: picture })

  test('is described', async () => {
    await upload('one', { tags: 'a,b', context: 'alt=x \\= y|k=v' })
    expect((await call('explicit', { public_id: 'one', type: 'upload' })).body).toMatchObject({
      public_id: 'one',
      tags: ['a', 'b'],
      context: { custom: { alt: 'x = y', k: 'v' } },
    })
  })

  test('is missing under another type', async () => {
    await upload('typed')
    const { body, status } = await call('explicit', { public_id: 'typed', type: 'authenticated' })
    expect([status, body.error?.message]).toEqual([404, 'Resource not found - typed'])
  })

  test('is removed once', async () => {
    await upload('gone')
    const first = await call('destroy', { public_id: 'gone' })
    const second = await call('destroy', { public_id: 'gone' })
    expect([first.body.result, second.body.result]).toEqual(['ok', 'not found'])
  })

  test('changes its type', async () => {
    await upload('moved')
    await call('rename', {
      from_public_id: 'moved',
      to_public_id: 'moved',
      to_type: 'authenticated',
      type: 'upload',
    })
    expect(cloud.assets.has('image/authenticated/moved')).toBe(true)
    expect(cloud.assets.has('image/upload/moved')).toBe(false)
  })

  test('gets tags and context', async () => {
    await upload('tagged')
    await call('tags', { command: 'add', public_ids: 'tagged', tag: 'new' })
    await call('context', { command: 'add', context: 'k=v', public_ids: 'tagged' })
    expect(cloud.assets.get('image/upload/tagged')).toMatchObject({
      tags: ['new'],
      context: { k: 'v' },
    })
  })

  test('is listed for whoever has the key, until the hour is used up', async () => {
    const ask = (authorization: string) =>
      fetch(`${cloud.url}/v1_1/demo/resources/image/upload?prefix=taken`, {
        headers: { authorization },
      })
    const right = `Basic ${Buffer.from('1234:abcd').toString('base64')}`
    const statuses = []
    for (const key of ['Basic none', right, right, right]) {
      const answer = await ask(key)
      await answer.arrayBuffer()
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([401, 200, 200, 420])
  })
})

describe('delivery', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${cloud.url}/demo/${path}`, { headers })
  const sign = (text: string) =>
    createHash('sha1').update(`${text}abcd`).digest('base64url').slice(0, 8)

  beforeAll(async () => {
    await send({ fields: signed({ public_id: 'd/open' }), file: picture })
    await send({ fields: signed({ public_id: 'd/shut', type: 'authenticated' }), file: picture })
  })

  test('of the original', async () => {
    const answer = await get('image/upload/v1/d/open.png')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture)
  })

  test('of a part', async () => {
    const answer = await get('image/upload/v1/d/open.png', { Range: 'bytes=2-5' })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([
      206,
      `bytes 2-5/${picture.length}`,
    ])
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture.subarray(2, 6))
  })

  test('of a rendition', async () => {
    const answer = await get('image/upload/c_fill,h_10,w_10/f_webp/v1/d/open.png')
    const { format, height, width } = await sharp(
      Buffer.from(await answer.arrayBuffer()),
    ).metadata()
    expect({ format, height, width }).toEqual({ format: 'webp', height: 10, width: 10 })
  })

  test.each([
    ['image/authenticated/v1/d/shut.png', 401],
    ['image/authenticated/s--AAAAAAAA--/v1/d/shut.png', 401],
    [`image/authenticated/s--${sign('d/shut.png')}--/v1/d/shut.png`, 200],
    [`image/authenticated/s--${sign('d/shut.png')}--/c_fill,w_10/v1/d/shut.png`, 401],
    ['image/upload/v1/d/none.png', 404],
    ['image/upload/zz_nothing/v1/d/open.png', 400],
  ])('%s answers %i', async (path, status) => {
    const answer = await get(path)
    await answer.arrayBuffer()
    expect(answer.status).toBe(status)
    expect(answer.headers.has('x-cld-error')).toBe(status !== 200)
  })

  test('is open to pages of other origins', async () => {
    const answer = await fetch(`${cloud.url}/v1_1/demo/image/upload`, { method: 'OPTIONS' })
    expect(answer.headers.get('access-control-allow-headers')).toContain('X-Unique-Upload-Id')
  })
})
