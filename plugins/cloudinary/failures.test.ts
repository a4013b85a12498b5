// What goes wrong on the way to Cloudinary: tried again where that helps, nothing left behind where it
// does not, and no secret in any error.
import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Failure } from '../../test/support/cloudinary/state.ts'
import { isDriverProblem } from '../media/driverProblem.ts'
import { cloudinaryDriver } from './driver.ts'
import {
  bytesOf,
  caught,
  CHUNK,
  film,
  filmArgs,
  md5,
  picture,
  QUICK,
  SECRET,
  startBench,
  storeArgs,
  withFile,
  type Bench,
} from './testSupport.ts'

let bench: Bench
let jpeg: Uint8Array

beforeAll(async () => {
  bench = await startBench({
    options: { patience: { ...QUICK, stall: 400 } },
    standIn: { limits: { image: 50_000 } },
  })
  jpeg = await picture()
})

afterAll(async () => {
  await bench.stop()
})

const HOWS = ['status', 'stall', 'drop', 'lost', 'garbage'] as const

describe('an upload in one request', () => {
  test.each(HOWS)('survives one failure: %s', async (how) => {
    bench.cloud.fail({ on: 'upload', how })
    expect((await bench.driver.store(storeArgs(jpeg))).etag).toBe(md5(jpeg))
  })

  test.each(['status', 'stall', 'drop', 'garbage'] as const)(
    'gives up after as many as patience lasts, and leaves nothing: %s',
    async (how) => {
      const args = storeArgs(jpeg)
      bench.cloud.fail({ on: 'upload', how, times: 4 })
      const err = await caught(bench.driver.store(args))
      expect(err).toMatchObject({ code: 'storage_unreachable', isPassing: true })
      expect(bench.cloud.assets.has(`image/upload/${args.publicId}`)).toBe(false)
    },
  )

  test('is known to have arrived when only the answers got lost', async () => {
    const args = storeArgs(jpeg)
    bench.cloud.fail({ on: 'upload', how: 'lost', times: 4 })
    expect((await bench.driver.store(args)).etag).toBe(md5(jpeg))
  })
})

describe('an upload in parts', () => {
  const data = film(2 * CHUNK + 5000)
  const store = (args = filmArgs(data)) =>
    withFile(data, (path) => bench.driver.store({ ...args, source: { path, size: data.length } }))

  test.each(HOWS.flatMap((how) => [0, 1, 2].map((after) => [how, after] as const)))(
    'survives one failure: %s, after %i parts',
    async (how, after) => {
      bench.cloud.fail({ on: 'upload', how, after })
      expect((await store()).etag).toBe(md5(data))
    },
  )

  test('sends again only the part that failed', async () => {
    const { cloud, driver, stop } = await startBench()
    cloud.fail({ on: 'upload', how: 'drop', after: 1 })
    await driver.store(filmArgs(data))
    await stop()
    const ranges = cloud.requests
      .filter(({ action }) => action === 'upload')
      .map(({ headers }) => headers['content-range'])
    expect(ranges).toEqual([
      'bytes 0-99999/205000',
      'bytes 100000-199999/205000',
      'bytes 100000-199999/205000',
      'bytes 200000-204999/205000',
    ])
  })

  test('that the caller ends stops, and leaves nothing', async () => {
    const args = filmArgs(data)
    const controller = new AbortController()
    bench.cloud.fail({ on: 'upload', how: 'stall', after: 1, times: 9 })
    const stored = store({ ...args, signal: controller.signal })
    const before = bench.cloud.requests.length
    while (bench.cloud.requests.length < before + 2) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    controller.abort(new Error('The editor left.'))
    expect((await caught(stored)).message).toBe('The editor left.')
    expect(bench.cloud.assets.has(`video/upload/${args.publicId}`)).toBe(false)
  })

  test('that is ended after its last part arrived is taken back', async () => {
    const args = filmArgs(data)
    const controller = new AbortController()
    // The last part is kept, its answer lost, and what is tried then never answered.
    bench.cloud.fail({ on: 'upload', how: 'lost', after: 2 })
    bench.cloud.fail({ on: 'upload', how: 'stall', after: 0, times: 1 })
    const stored = store({ ...args, signal: controller.signal })
    while (!bench.cloud.assets.has(`video/upload/${args.publicId}`)) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    controller.abort(new Error('The editor left.'))
    await caught(stored)
    expect(bench.cloud.assets.has(`video/upload/${args.publicId}`)).toBe(false)
  })
})

afterEach(() => {
  bench.cloud.heal()
})

describe('other calls', () => {
  test.each<[string, Failure['on'], (bench: Bench) => Promise<unknown>]>([
    ['find', 'explicit', async ({ driver }) => driver.find(await driver.store(storeArgs(jpeg)))],
    ['remove', 'destroy', async ({ driver }) => driver.remove(await driver.store(storeArgs(jpeg)))],
    [
      'setDeliveryType',
      'rename',
      async ({ driver }) =>
        driver.setDeliveryType(await driver.store(storeArgs(jpeg)), 'authenticated'),
    ],
    ['usage', 'usage', async ({ driver }) => driver.usage!(null)],
  ])('%s is tried again', async (_, on, work) => {
    bench.cloud.fail({ on, how: 'status', status: 503 })
    bench.cloud.fail({ on, how: 'drop' })
    bench.cloud.fail({ on, how: 'garbage' })
    await expect(work(bench)).resolves.toBeTruthy()
  })

  test('a change of type whose answer got lost has happened', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    bench.cloud.fail({ on: 'rename', how: 'lost' })
    const shut = await bench.driver.setDeliveryType(stored, 'authenticated')
    expect(await bench.driver.find(shut)).not.toBeNull()
  })

  test('a file that is gone from our disk is no fault of Cloudinary', async () => {
    const before = bench.cloud.requests.length
    const args = storeArgs(jpeg, { source: { path: '/nowhere/at/all', size: 10 } })
    expect((await caught(bench.driver.store(args))).code).toBe('storage_refused')
    expect(bench.cloud.requests.length).toBe(before)
  })

  test('a read that stalls in the middle ends with an error', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    bench.cloud.fail({ on: 'delivery', how: 'stall', times: 1 })
    expect((await caught(bench.driver.read(stored))).code).toBe('storage_unreachable')
  })

  test('a read that the caller ends ends', async () => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    const signal = AbortSignal.abort(new Error('The reader left.'))
    const err = await caught(
      bench.driver.read(stored, { signal }).then((file) => bytesOf(file!.body)),
    )
    expect(err.message).toBe('The reader left.')
  })
})

describe('sentences', () => {
  test.each<[Partial<Failure>, string, RegExp]>([
    [{ status: 401, message: 'Invalid Signature abc' }, 'storage_refused', /CLOUDINARY_URL/],
    [{ status: 404, message: 'Unknown cloud name' }, 'storage_refused', /CLOUDINARY_URL/],
    [{ status: 400, message: 'Stale request - x' }, 'storage_refused', /clock/],
    [{ status: 402, message: 'x' }, 'storage_full', /plan/],
    [{ status: 400, message: 'Invalid image file' }, 'type_not_allowed', /JPEG/],
    [{ status: 413, message: 'x' }, 'file_too_large', /smaller/],
    [{ status: 420, message: 'x', times: 4 }, 'storage_unreachable', /hour/],
    [{ status: 500, message: 'x', times: 4 }, 'storage_unreachable', /minutes/],
    [{ status: 400, message: 'what is this' }, 'storage_refused', /refused/],
  ])('for %j', async (failure, code, sentence) => {
    bench.cloud.fail({ on: 'upload', how: 'status', ...failure })
    const err = await caught(bench.driver.store(storeArgs(jpeg)))
    expect(err.code).toBe(code)
    expect(err.message).toMatch(sentence)
  })

  test('name both sizes of a file that is too large', async () => {
    const large = new Uint8Array(60_000)
    large.set(jpeg)
    const err = await caught(bench.driver.store(storeArgs(large)))
    expect(err).toMatchObject({
      code: 'file_too_large',
      message: expect.stringMatching(/0\.1 MB; the Cloudinary plan of this site takes 0\.1 MB/),
    })
  })
})

describe('secrets', () => {
  const failures: Partial<Failure>[] = [
    { how: 'status', status: 401, message: `String to sign - 'x=${SECRET}' 1234567890` },
    { how: 'status', status: 400, message: SECRET },
    { how: 'status', status: 500, message: SECRET, times: 9 },
    { how: 'drop', times: 9 },
    { how: 'stall', times: 9 },
    { how: 'garbage', times: 9 },
  ]
  const whatIsTold = (err: unknown): string =>
    [
      JSON.stringify(err),
      JSON.stringify(err, Object.getOwnPropertyNames(err)),
      inspect(err, { depth: null, showHidden: true }),
      (err as Error).stack,
    ].join('\n')
  const hints = (): string[] => [
    SECRET,
    Buffer.from(`1234567890:${SECRET}`).toString('base64'),
    '1234567890',
    ...bench.cloud.requests.map(({ fields }) => fields.signature ?? '').filter(Boolean),
  ]

  test.each(failures.map((failure) => [failure]))('are in no error: %j', async (failure) => {
    const stored = await bench.driver.store(storeArgs(jpeg))
    for (const on of ['upload', 'explicit', 'usage']) {
      bench.cloud.fail({ on, how: 'status', ...failure })
    }
    // Of a file, any bytes could be what it is; only silence and refusals are errors.
    bench.cloud.fail({
      on: 'delivery',
      ...(failure.how === 'garbage' ? { how: 'drop' } : { how: 'status', ...failure }),
      times: 9,
    })
    const errors = await Promise.all(
      [
        bench.driver.store(storeArgs(jpeg)),
        bench.driver.find(stored),
        bench.driver.usage!(null),
        bench.driver.read(stored),
      ].map(caught),
    )
    const told = errors.map(whatIsTold).join('\n')
    expect(hints().filter((hint) => told.includes(hint))).toEqual([])
    expect(errors.every(isDriverProblem)).toBe(true)
  })

  test('are in no error when nobody answers at all', async () => {
    const account = { ...bench.cloud.account, apiBaseUrl: 'http://127.0.0.1:1' }
    const driver = cloudinaryDriver({
      accounts: { find: async () => account },
      patience: { attempts: 1 },
    })
    const told = whatIsTold(await caught(driver.usage!(null)))
    expect(hints().filter((hint) => told.includes(hint))).toEqual([])
  })
})
