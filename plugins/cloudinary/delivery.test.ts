import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import sharp from 'sharp'
import type { StoredAsset } from '../media/driver.ts'
import { bytesOf, caught, md5, picture, startBench, storeArgs, type Bench } from './testSupport.ts'

let bench: Bench
let jpeg: Uint8Array

beforeAll(async () => {
  bench = await startBench()
  jpeg = await picture()
})

afterAll(async () => {
  await bench.stop()
})

describe.each(['upload', 'authenticated'] as const)('reading files of type %s', (deliveryType) => {
  let stored: StoredAsset

  beforeAll(async () => {
    stored = await bench.driver.store(storeArgs(jpeg, { deliveryType }))
  })

  test('gives the original', async () => {
    const file = await bench.driver.read(stored)
    expect(file).toMatchObject({ size: jpeg.length, mimeType: 'image/jpeg', etag: md5(jpeg) })
    expect(await bytesOf(file!.body)).toEqual(jpeg)
  })

  test('gives a part', async () => {
    const file = await bench.driver.read(stored, { range: { start: 10, end: 19 } })
    expect(file?.size).toBe(jpeg.length)
    expect(await bytesOf(file!.body)).toEqual(jpeg.subarray(10, 20))
  })

  test('of nothing gives nothing', async () => {
    expect(await bench.driver.read({ ...stored, publicId: 'vitrine/acme/media/none' })).toBeNull()
  })
})

test('reading waits while Cloudinary prepares the file', async () => {
  const stored = await bench.driver.store(storeArgs(jpeg))
  bench.cloud.fail({ on: 'delivery', how: 'status', status: 423, times: 2 })
  expect(await bytesOf((await bench.driver.read(stored))!.body)).toEqual(jpeg)
})

describe('renditions', () => {
  let stored: StoredAsset
  const fetchDelivery = (headers: Record<string, string>, transformation = 'c_fill,h_12,w_16') =>
    bench.driver.fetchDelivery!({ ref: stored, transformation, extension: 'png', headers })

  beforeAll(async () => {
    stored = await bench.driver.store(storeArgs(jpeg, { deliveryType: 'authenticated' }))
  })

  test('are fetched by a signed address', async () => {
    const answer = await fetchDelivery({})
    const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
    expect({ format, width }).toEqual({ format: 'png', width: 16 })
  })

  test('pass on what concerns the file, and nothing of the reader', async () => {
    const answer = await fetchDelivery({
      Cookie: 'session=1',
      Range: 'bytes=0-3',
      accept: 'image/*',
    })
    await answer.arrayBuffer()
    expect(answer.status).toBe(206)
    const { headers } = bench.cloud.requests.at(-1)!
    expect(headers).toMatchObject({ accept: 'image/*', range: 'bytes=0-3' })
    expect(headers).not.toHaveProperty('cookie')
  })

  test('answer 304 to whoever has them', async () => {
    const answer = await bench.driver.fetchDelivery!({
      ref: stored,
      transformation: '',
      extension: 'jpg',
      headers: { 'If-None-Match': `"${stored.etag}"` },
    })
    expect(answer.status).toBe(304)
  })

  test('in a grammar that is none are refused here', async () => {
    const count = bench.cloud.requests.length
    expect((await caught(fetchDelivery({}, '../../escape'))).code).toBe('storage_refused')
    expect(bench.cloud.requests.length).toBe(count)
  })
})
