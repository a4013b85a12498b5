import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { StoredAsset } from '../media/driver.ts'
import {
  bytesOf,
  caught,
  CHUNK,
  film,
  filmArgs,
  md5,
  picture,
  startBench,
  storeArgs,
  withFile,
  type Bench,
} from './testSupport.ts'

let bench: Bench
let jpeg: Uint8Array

beforeAll(async () => {
  bench = await startBench({ standIn: { holdEager: true } })
  jpeg = await picture()
})

afterAll(async () => {
  await bench.stop()
})

const uploadsOf = (publicId: string) =>
  bench.cloud.requests.filter(
    ({ action, fields }) => action === 'upload' && fields.public_id === publicId,
  )
const keyOf = ({ deliveryType, publicId, resourceType }: StoredAsset) =>
  `${resourceType}/${deliveryType}/${publicId}`

describe('storing', () => {
  test('says what has been stored', async () => {
    const args = storeArgs(jpeg)
    expect(await bench.driver.store(args)).toEqual({
      driver: 'cloudinary',
      account: 'demo',
      publicId: args.publicId,
      resourceType: 'image',
      deliveryType: 'upload',
      version: expect.any(Number),
      format: 'jpg',
      bytes: jpeg.length,
      etag: md5(jpeg),
      width: 64,
      height: 48,
      status: 'ready',
    })
  })

  test('signs all that it decides, and never overwrites', async () => {
    const args = storeArgs(jpeg, { tags: ['a', 'b, c'], deliveryType: 'authenticated' })
    await bench.driver.store(args)
    expect(uploadsOf(args.publicId)[0]?.fields).toMatchObject({
      allowed_formats: 'jpg',
      asset_folder: 'acme',
      context: expect.stringMatching(/^tenant=acme\|attempt=/),
      display_name: 'A day, at sea.jpg',
      overwrite: '0',
      tags: 'a,b  c',
      type: 'authenticated',
    })
  })

  test('names no folder in clouds where the id is the folder', async () => {
    const fixed = { ...bench.cloud.account, folderMode: 'fixed' as const }
    const { driver, cloud, stop } = await startBench({
      options: { accounts: { find: async () => ({ ...fixed, apiBaseUrl: cloud.url }) } },
    })
    await driver.store(storeArgs(jpeg))
    const fields = Object.keys(cloud.requests[0]!.fields)
    await stop()
    expect(fields.filter((name) => /folder|display/.test(name))).toEqual([])
  })

  test('sends a file from the disk with its length', async () => {
    const args = storeArgs(jpeg)
    await withFile(jpeg, (path) =>
      bench.driver.store({ ...args, source: { path, size: jpeg.length } }),
    )
    const [request] = uploadsOf(args.publicId)
    expect(request?.fileBytes).toBe(jpeg.length)
    expect(Number(request?.headers['content-length'])).toBeGreaterThan(jpeg.length)
  })

  test('sends a large file in equal parts under one upload', async () => {
    const data = film(2 * CHUNK + 5000)
    const args = filmArgs(data)
    const stored = await withFile(data, (path) =>
      bench.driver.store({ ...args, source: { path, size: data.length } }),
    )
    const uploads = uploadsOf(args.publicId)
    expect(uploads.map(({ headers }) => headers['content-range'])).toEqual([
      'bytes 0-99999/205000',
      'bytes 100000-199999/205000',
      'bytes 200000-204999/205000',
    ])
    expect(new Set(uploads.map(({ headers }) => headers['x-unique-upload-id'])).size).toBe(1)
    expect(stored.etag).toBe(md5(data))
  })

  test('keeps raw files under their whole name', async () => {
    const data = new TextEncoder().encode('plain text')
    const args = storeArgs(data, { resourceType: 'raw', format: 'txt', mimeType: 'text/plain' })
    const publicId = `${args.publicId}/notes.txt`
    const stored = await bench.driver.store({ ...args, publicId })
    expect(stored).toMatchObject({ publicId, format: 'txt', status: 'ready' })
  })

  test('of the same bytes twice stores once', async () => {
    const args = storeArgs(jpeg)
    const first = await bench.driver.store(args)
    expect(await bench.driver.store(args)).toEqual(first)
  })

  test('of other bytes under the same id is refused, and leaves the first', async () => {
    const args = storeArgs(jpeg)
    const first = await bench.driver.store(args)
    const other = await picture('#f00')
    const err = await caught(
      bench.driver.store({ ...args, source: { data: other, size: other.length } }),
    )
    expect(err.code).toBe('storage_refused')
    expect((await bench.driver.find(first))?.etag).toBe(md5(jpeg))
  })

  test('of another format than was said is refused', async () => {
    const err = await caught(bench.driver.store(storeArgs(jpeg, { format: 'png' })))
    expect(err.code).toBe('type_not_allowed')
  })

  test('an empty file is sent as one', async () => {
    const args = storeArgs(new Uint8Array(), { resourceType: 'raw', format: 'txt' })
    const publicId = `${args.publicId}/empty.txt`
    expect(await bench.driver.store({ ...args, publicId })).toMatchObject({ bytes: 0 })
  })
})

describe('films', () => {
  test('are streamable once Cloudinary has made the stream', async () => {
    const stored = await bench.driver.store(filmArgs(film(5000)))
    expect(stored).toMatchObject({ status: 'processing', hasStream: false, duration: 10 })
    expect(await bench.driver.find(stored)).toMatchObject({ status: 'processing' })
    await bench.cloud.finishEager()
    expect(await bench.driver.process!(stored)).toMatchObject({ status: 'ready', hasStream: true })
  })

  test('ask for their stream and a plain file in advance', async () => {
    const args = filmArgs(film(5000))
    await bench.driver.store(args)
    expect(uploadsOf(args.publicId)[0]?.fields).toMatchObject({
      eager: 'sp_auto/m3u8|c_limit,q_auto,vc_h264,w_1280/mp4',
      eager_async: '1',
    })
  })

  test('that cannot be streamed say so', async () => {
    const stored = await bench.driver.store(filmArgs(film(5000)))
    bench.cloud.fail({ on: 'delivery', how: 'status', status: 400, message: 'Video is too large' })
    const found = await bench.driver.find(stored)
    expect(found).toMatchObject({ status: 'failed', problem: expect.stringMatching(/streaming/) })
  })

  test('that are sound only are ready at once', async () => {
    const data = new TextEncoder().encode('ID3 and then some sound')
    const args = filmArgs(data, { format: 'mp3', mimeType: 'audio/mpeg' })
    expect(await bench.driver.store(args)).toMatchObject({ status: 'ready' })
    expect(uploadsOf(args.publicId)[0]?.fields).not.toHaveProperty('eager')
  })

  test('that are gone cannot be processed', async () => {
    const stored = await bench.driver.store(filmArgs(film(5000)))
    await bench.driver.remove(stored)
    expect((await caught(bench.driver.process!(stored))).code).toBe('asset_missing')
  })
})

describe('finding', () => {
  test('asks Cloudinary itself', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    expect(await bench.driver.find(stored)).toEqual(stored)
    expect(bench.cloud.requests.at(-1)?.action).toBe('explicit')
  })

  test('finds nothing where there is nothing', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    expect(await bench.driver.find({ ...stored, deliveryType: 'authenticated' })).toBeNull()
  })
})

describe('removing', () => {
  test('is done once, caches included', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    expect(await bench.driver.remove(stored)).toBe('removed')
    expect(bench.cloud.requests.at(-1)?.fields).toMatchObject({
      invalidate: 'true',
      type: 'upload',
    })
    expect(await bench.driver.remove(stored)).toBe('absent')
  })

  test('reaches a file that a broken-off change left under the other type', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    await bench.driver.remove({ ...stored, deliveryType: 'authenticated' })
    expect(bench.cloud.assets.has(keyOf(stored))).toBe(false)
  })
})

describe('the delivery type', () => {
  test('is changed, and the old address forgotten', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    const shut = await bench.driver.setDeliveryType(stored, 'authenticated')
    expect(shut.deliveryType).toBe('authenticated')
    expect(bench.cloud.requests.at(-1)?.fields).toMatchObject({ invalidate: 'true' })
    expect(await bench.driver.find(stored)).toBeNull()
    expect(await bytesOf((await bench.driver.read(shut))!.body)).toEqual(jpeg)
  })

  test('may be changed again, by whoever does not know yet', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    const first = await bench.driver.setDeliveryType(stored, 'authenticated')
    expect(await bench.driver.setDeliveryType(stored, 'authenticated')).toEqual(first)
  })

  test('is made what it is said to be already', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    const claimed = { ...stored, deliveryType: 'authenticated' as const }
    await bench.driver.setDeliveryType(claimed, 'authenticated')
    expect(bench.cloud.assets.has(keyOf(claimed))).toBe(true)
  })

  test('of nothing cannot be changed', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    await bench.driver.remove(stored)
    const err = await caught(bench.driver.setDeliveryType(stored, 'authenticated'))
    expect(err.code).toBe('asset_missing')
  })
})

describe('lists', () => {
  test('hold every kind and type below the prefix, page by page', async () => {
    const { driver, stop } = await startBench()
    const prefix = 'vitrine/acme/'
    const text = new TextEncoder().encode('text')
    const stored = [
      await driver.store(storeArgs(jpeg)),
      await driver.store(storeArgs(jpeg, { deliveryType: 'authenticated' })),
      await driver.store(filmArgs(film(2000))),
      await driver.store(
        storeArgs(text, { format: 'txt', publicId: `${prefix}x/a.txt`, resourceType: 'raw' }),
      ),
    ]
    await driver.store(storeArgs(jpeg, { publicId: 'vitrine/acme2/media/x' }))
    const listed = []
    for await (const { bytes, publicId } of driver.list({ account: null, prefix })) {
      listed.push({ bytes, publicId })
    }
    await stop()
    expect(listed).toEqual(expect.arrayContaining(stored.map(({ bytes, publicId }) => ({ bytes, publicId })))) // prettier-ignore
    expect(listed).toHaveLength(4)
  })

  test('go on after the first page', async () => {
    const { cloud, driver, stop } = await startBench()
    const one = cloud.assets as Map<string, object>
    await driver.store(storeArgs(jpeg))
    const [asset] = one.values()
    for (let index = 0; index < 500; index += 1) {
      one.set(`image/upload/vitrine/many/${index}`, { ...asset, publicId: `vitrine/many/${index}` })
    }
    const ids = new Set<string>()
    for await (const { publicId } of driver.list({ account: null, prefix: 'vitrine/' })) {
      ids.add(publicId)
    }
    await stop()
    expect(ids.size).toBe(501)
  })
})

test('counts what is used', async () => {
  const { driver, stop } = await startBench()
  await driver.store(storeArgs(jpeg))
  const used = await driver.usage!(null)
  await stop()
  expect(used).toEqual({ bytes: jpeg.length, limit: null })
})

test('public addresses begin at the cloud', () => {
  expect(bench.driver.deliveryBase(null)).toBe(`${bench.cloud.url}/demo`)
})

test('a notification of a finished film carries the signature of the account', async () => {
  const received: { body: string; signature: string | null; time: string | null }[] = []
  const { createServer } = await import('node:http')
  const hook = createServer((req, res) => {
    void (async () => {
      const body = Buffer.from(await bytesOf(req)).toString()
      const { 'x-cld-signature': signature, 'x-cld-timestamp': time } = req.headers
      received.push({ body, signature: String(signature), time: String(time) })
      res.end()
    })()
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const { port } = hook.address() as { port: number }
  const { cloud, driver, stop } = await startBench({
    options: { notificationUrl: `http://127.0.0.1:${port}/hook` },
  })
  cloud.fail({ on: 'webhook', how: 'duplicate' })
  await driver.store(filmArgs(film(2000)))
  await cloud.settled()
  await stop()
  hook.closeAllConnections()
  hook.close()
  const [{ body = '', signature, time } = {}, second] = received
  const expected = createHash('sha1')
    .update(body + time + cloud.account.apiSecret)
    .digest('hex')
  expect(signature).toBe(expected)
  expect(second?.body).toBe(body)
})
