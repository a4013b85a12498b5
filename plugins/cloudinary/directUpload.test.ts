// Browsers send the file themselves; whatever they do and say, only what was signed for is taken.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { DirectUpload, DirectUploadArgs } from '../media/driver.ts'
import { caught, CHUNK, directArgs, film, md5, picture, SECRET, startBench, type Bench } from './testSupport.ts' // prettier-ignore

let bench: Bench
let jpeg: Uint8Array

beforeAll(async () => {
  bench = await startBench({
    options: { notificationUrl: 'http://127.0.0.1:9/hook' },
    standIn: { holdEager: true },
  })
  jpeg = await picture()
})

afterAll(async () => {
  await bench.stop()
})

const begin = (args: DirectUploadArgs) => bench.driver.beginDirectUpload!(args)
const complete = (args: DirectUploadArgs, report: unknown = {}) =>
  bench.driver.completeDirectUpload!({ ...args, report })

/** As a browser sends it. */
const send = async (
  { chunkSize, fields, url }: DirectUpload,
  data: Uint8Array,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const step = chunkSize ?? data.length
  let answer = { status: 0, body: {} }
  for (let start = 0; start < data.length; start += step) {
    const end = Math.min(start + step, data.length)
    const form = new FormData()
    Object.entries(fields).forEach(([name, value]) => form.set(name, value))
    form.set('file', new Blob([new Uint8Array(data.subarray(start, end))]), 'file.jpg')
    const headers: Record<string, string> = chunkSize
      ? {
          'Content-Range': `bytes ${start}-${end - 1}/${data.length}`,
          'X-Unique-Upload-Id': fields.signature!,
        }
      : {}
    const response = await fetch(url, { method: 'POST', headers, body: form })
    answer = { status: response.status, body: (await response.json()) as object }
  }
  return answer
}

const has = ({ deliveryType, publicId, resourceType }: DirectUploadArgs) =>
  bench.cloud.assets.has(`${resourceType}/${deliveryType}/${publicId}`)

describe('beginning', () => {
  test('decides and signs every field', async () => {
    const args = directArgs(jpeg, { deliveryType: 'authenticated', allowedFormats: ['jpg', 'png'] })
    const { fields, url } = await begin(args)
    expect(url).toBe(`${bench.cloud.url}/v1_1/demo/image/upload`)
    expect(fields).toEqual({
      allowed_formats: 'jpg,png',
      api_key: '1234567890',
      asset_folder: 'acme',
      context: 'tenant=acme',
      display_name: 'A day, at sea.jpg',
      media_metadata: '1',
      notification_url: 'http://127.0.0.1:9/hook',
      overwrite: '0',
      public_id: args.publicId,
      signature: expect.stringMatching(/^[0-9a-f]{40}$/),
      tags: 'tenant:acme',
      timestamp: expect.stringMatching(/^\d{10}$/),
      type: 'authenticated',
    })
  })

  test('of a film asks for its stream, and sends large ones in parts', async () => {
    const args = directArgs(film(CHUNK + 1), { resourceType: 'video', format: 'mp4' })
    const { chunkSize, fields } = await begin(args)
    expect(chunkSize).toBe(CHUNK)
    expect(fields).toMatchObject({
      eager_async: '1',
      eager_notification_url: 'http://127.0.0.1:9/hook',
    })
  })

  test('ends an hour after its timestamp', async () => {
    const { expiresAt, fields } = await begin(directArgs(jpeg))
    expect(Math.floor(expiresAt.getTime() / 1000) - Number(fields.timestamp)).toBe(3600)
  })

  test.each(['public_id', 'type', 'overwrite', 'allowed_formats', 'tags', 'notification_url'])(
    'whoever changes %s is refused',
    async (name) => {
      const upload = await begin(directArgs(jpeg))
      const fields = { ...upload.fields, [name]: 'private' }
      expect((await send({ ...upload, fields }, jpeg)).status).toBe(401)
    },
  )
})

describe('completing', () => {
  test('says what Cloudinary has', async () => {
    const args = directArgs(jpeg)
    const { body } = await send(await begin(args), jpeg)
    expect(await complete(args, body)).toMatchObject({
      publicId: args.publicId,
      account: 'demo',
      bytes: jpeg.length,
      etag: md5(jpeg),
      width: 64,
      status: 'ready',
    })
  })

  test('needs no report at all', async () => {
    const args = directArgs(jpeg)
    await send(await begin(args), jpeg)
    expect((await complete(args, null)).etag).toBe(md5(jpeg))
  })

  test('a film sent in parts is still being prepared', async () => {
    const data = film(2 * CHUNK + 10)
    const args = directArgs(data, { resourceType: 'video', format: 'mp4', allowedFormats: ['mp4'] })
    await send(await begin(args), data)
    expect(await complete(args)).toMatchObject({ status: 'processing', etag: md5(data) })
  })

  test('may be done twice', async () => {
    const args = directArgs(jpeg)
    const { body } = await send(await begin(args), jpeg)
    expect(await complete(args, body)).toEqual(await complete(args, body))
  })

  test('of nothing proves nothing', async () => {
    const args = directArgs(jpeg)
    const version = 1_700_000_000
    const signature = createHash('sha1')
      .update(`public_id=${args.publicId}&version=${version}${SECRET}`)
      .digest('hex')
    const report = { public_id: args.publicId, signature, version }
    expect((await caught(complete(args, report))).code).toBe('upload_unproven')
  })
})

describe('reports that are forged', () => {
  let args: DirectUploadArgs
  let report: Record<string, unknown>

  beforeAll(async () => {
    args = directArgs(jpeg)
    report = (await send(await begin(args), jpeg)).body
  })

  test.each<[string, Record<string, unknown>]>([
    ['signature', { signature: '0'.repeat(40) }],
    ['missing signature', { signature: undefined }],
    ['version', { version: 1 }],
    ['id', { public_id: 'vitrine/other/media/x' }],
  ])('in their %s are refused, and remove nothing', async (_, change) => {
    expect((await caught(complete(args, { ...report, ...change }))).code).toBe('upload_unproven')
    expect(has(args)).toBe(true)
  })

  test('what a report says of the file counts for nothing', async () => {
    const stored = await complete(args, { ...report, bytes: 1, width: 9999, format: 'exe' })
    expect(stored).toMatchObject({ bytes: jpeg.length, width: 64, format: 'jpg' })
  })
})

describe('what is not as it was signed for is removed', () => {
  test('a larger file', async () => {
    const args = directArgs(jpeg, { size: jpeg.length - 1 })
    await send(await begin(args), jpeg)
    expect((await caught(complete(args))).code).toBe('upload_unproven')
    expect(has(args)).toBe(false)
  })

  test('another format', async () => {
    const wide = directArgs(jpeg, { allowedFormats: ['jpg', 'png'] })
    await send(await begin(wide), jpeg)
    const err = await caught(complete({ ...wide, allowedFormats: ['png'] }))
    expect(err).toMatchObject({ code: 'type_not_allowed', message: expect.stringMatching(/png/) })
    expect(has(wide)).toBe(false)
  })

  test('a picture that says where it was taken', async () => {
    const placed = await picture('#258', { hasPlace: true })
    const args = directArgs(placed)
    await send(await begin(args), placed)
    const err = await caught(complete(args))
    expect(err).toMatchObject({
      code: 'type_not_allowed',
      message: expect.stringMatching(/location/),
    })
    expect(has(args)).toBe(false)
  })

  test('a file that was sent as another kind', async () => {
    const args = directArgs(jpeg)
    const upload = await begin(args)
    await send({ ...upload, url: upload.url.replace('/image/', '/raw/') }, jpeg)
    expect(has({ ...args, resourceType: 'raw' })).toBe(true)
    expect((await caught(complete(args))).code).toBe('upload_unproven')
    expect(has({ ...args, resourceType: 'raw' })).toBe(false)
  })
})
