import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { startUploadthing, type UploadthingStandin } from '../../test/support/uploadthing/index.ts'
import type { AssetRef, ListedAsset, MediaDriver, StoreArgs } from '../media/driver.ts'
import { isDriverProblem, type DriverProblem } from '../media/driverProblem.ts'
import { uploadthingDriver } from './driver.ts'
import { uploadthingOptions } from './fromEnvironment.ts'

let standin: UploadthingStandin
let driver: MediaDriver

const driverAt = ({ env }: UploadthingStandin, more = {}): MediaDriver =>
  uploadthingDriver({ ...uploadthingOptions(env)!, timeoutMs: 5000, ...more })

beforeEach(async () => {
  standin = await startUploadthing()
  driver = driverAt(standin)
})

afterEach(() => standin.stop())

const BYTES = Buffer.from('%PDF-1.7 a press kit')

const argsOf = (more: Partial<StoreArgs> = {}): StoreArgs => ({
  account: null,
  deliveryType: 'authenticated',
  displayName: 'Pressemappe “Frühjahr”.pdf',
  folder: 'acme',
  format: 'pdf',
  mimeType: 'application/pdf',
  publicId: `vitrine/acme/documents/${randomBytes(16).toString('hex')}/pressemappe.pdf`,
  resourceType: 'raw',
  source: { data: BYTES, size: BYTES.length },
  tags: [],
  tenant: 'acme',
  ...more,
})

const sourceOf = (data: Uint8Array) => ({ data, size: data.length })
const bytesOf = async (ref: AssetRef) => {
  const file = await driver.read(ref)
  return file && (await buffer(file.body)).toString()
}
const statusOf = async (url: string) => (await fetch(url)).status
const problemOf = async (act: Promise<unknown>): Promise<DriverProblem> => {
  const err: unknown = await act.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!isDriverProblem(err)) {
    throw new Error('No driver problem was thrown.', { cause: err })
  }
  return err
}
const uploads = () => standin.requests.filter(({ method }) => method === 'PUT')

describe('store', () => {
  it('reports size, MD5 and the app', async () => {
    const args = argsOf()
    expect(await driver.store(args)).toEqual({
      account: 'app1',
      bytes: BYTES.length,
      deliveryType: 'authenticated',
      driver: 'uploadthing',
      etag: createHash('md5').update(BYTES).digest('hex'),
      format: 'pdf',
      publicId: args.publicId,
      resourceType: 'raw',
      status: 'ready',
      version: expect.any(Number),
    })
  })

  it('sends a file from the disk whole, with its length said in advance', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'driver-'))
    try {
      const data = randomBytes(3 * 1024 * 1024 + 7)
      await writeFile(path.join(folder, 'deck.pdf'), data)
      const source = { path: path.join(folder, 'deck.pdf'), size: data.length }
      const ref = await driver.store(argsOf({ source }))
      const file = await driver.read(ref)
      expect((await buffer(file!.body)).equals(data)).toBe(true)
      expect(Number(uploads()[0]?.headers['content-length'])).toBeGreaterThan(data.length)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('stores an empty file', async () => {
    const ref = await driver.store(argsOf({ source: sourceOf(Buffer.alloc(0)) }))
    expect(await bytesOf(ref)).toBe('')
  })

  it('keeps the name that people know', async () => {
    await driver.store(argsOf())
    expect([...standin.files.values()][0]?.name).toBe('Pressemappe “Frühjahr”.pdf')
  })

  it('sends the same bytes under the same id once', async () => {
    const args = argsOf()
    await driver.store(args)
    await driver.store(args)
    expect(uploads()).toHaveLength(1)
  })

  it('refuses to overwrite another file', async () => {
    const args = argsOf()
    const ref = await driver.store(args)
    const problem = await problemOf(
      driver.store({ ...args, source: sourceOf(Buffer.from('other')) }),
    )
    expect(problem.code).toBe('storage_refused')
    expect(await bytesOf(ref)).toBe(BYTES.toString())
  })

  it('lets nobody fetch a file that is not public', async () => {
    const ref = await driver.store(argsOf())
    expect(await statusOf(driver.publicUrl!(ref))).toBe(403)
  })

  it('lets anybody fetch a public file', async () => {
    const ref = await driver.store(argsOf({ deliveryType: 'upload' }))
    expect(await statusOf(driver.publicUrl!(ref))).toBe(200)
  })

  it.each([
    ['text/html', 'attachment'],
    ['image/svg+xml', 'attachment'],
    ['application/pdf', 'inline'],
  ])('has %s delivered as %s', async (mimeType, disposition) => {
    await driver.store(argsOf({ mimeType }))
    expect([...standin.files.values()][0]?.disposition).toBe(disposition)
  })

  it('stops when the caller does', async () => {
    const controller = new AbortController()
    standin.fail({ on: 'ingest', kind: 'stall' })
    const storing = driver.store(argsOf({ signal: controller.signal }))
    setTimeout(() => controller.abort(new Error('The tab was closed.')), 100)
    await expect(storing).rejects.toThrow('The tab was closed.')
  })
})

describe('store, when UploadThing fails', () => {
  it.each([
    ['answers with an error', { kind: 'status', status: 503 }, 'storage_unreachable'],
    ['ends the connection halfway', { kind: 'drop' }, 'storage_unreachable'],
    ['answers with something else', { kind: 'garbage' }, 'storage_unreachable'],
    ['refuses the size', { kind: 'status', status: 413 }, 'file_too_large'],
    ['knows the token no more', { kind: 'status', status: 401 }, 'storage_refused'],
  ] as const)('says so and leaves nothing behind: it %s', async (_, failure, code) => {
    standin.fail({ on: 'ingest', ...failure })
    const problem = await problemOf(driver.store(argsOf()))
    expect([problem.code, standin.files.size]).toEqual([code, 0])
  })

  it('gives up when nothing moves', async () => {
    standin.fail({ on: 'ingest', kind: 'stall' })
    const impatient = driverAt(standin, { timeoutMs: 200 })
    expect((await problemOf(impatient.store(argsOf()))).message).toContain('time is up')
  })

  it('says that the account is full', async () => {
    const small = await startUploadthing({ limitBytes: 5 })
    try {
      expect((await problemOf(driverAt(small).store(argsOf()))).code).toBe('storage_full')
    } finally {
      await small.stop()
    }
  })

  it('says what to set when the plan has no private files', async () => {
    const free = await startUploadthing({ canOverrideAcl: false })
    try {
      const problem = await problemOf(driverAt(free).store(argsOf()))
      expect(problem.message).toContain('UPLOADTHING_ACL=public-read')
    } finally {
      await free.stop()
    }
  })

  it('asks for no ACL where the plan has none', async () => {
    const free = await startUploadthing({ canOverrideAcl: false })
    try {
      await driverAt(free, { acl: 'public-read' }).store(argsOf())
      expect(free.files.size).toBe(1)
    } finally {
      await free.stop()
    }
  })

  it('finds out when nobody is there', async () => {
    const gone = await startUploadthing()
    await gone.stop()
    const problem = await problemOf(driverAt(gone).store(argsOf()))
    expect([problem.code, problem.isPassing]).toEqual(['storage_unreachable', true])
  })
})

describe('read', () => {
  it('passes a range through', async () => {
    const ref = await driver.store(argsOf())
    const file = await driver.read(ref, { range: { start: 5, end: 7 } })
    expect([(await buffer(file!.body)).toString(), file!.size]).toEqual(['1.7', BYTES.length])
  })

  it('refuses a range beyond the end', async () => {
    const ref = await driver.store(argsOf())
    const problem = await problemOf(driver.read(ref, { range: { start: 900, end: 901 } }))
    expect(problem.code).toBe('storage_refused')
  })

  it('is null for what is not there', async () => {
    const { source: _, ...rest } = argsOf()
    expect(await driver.read({ ...rest, driver: 'uploadthing', version: 1 })).toBeNull()
  })

  it('does not take an outage for absence', async () => {
    const ref = await driver.store(argsOf())
    standin.fail({ on: 'files', kind: 'status', status: 502 })
    expect((await problemOf(driver.read(ref))).code).toBe('storage_unreachable')
  })

  it('reads nothing of another app', async () => {
    const ref = await driver.store(argsOf())
    const act = driver.read({ ...ref, account: 'app2' })
    expect((await problemOf(act)).message).toContain('another UploadThing app')
  })
})

describe('remove', () => {
  it('removes, and says when there was nothing', async () => {
    const ref = await driver.store(argsOf())
    expect([await driver.remove(ref), await driver.remove(ref)]).toEqual(['removed', 'absent'])
  })

  it.each([
    ['an error', { kind: 'status', status: 500 }, 'storage_unreachable'],
    ['a lost connection', { kind: 'drop' }, 'storage_unreachable'],
    ['an answer of another kind', { kind: 'garbage' }, 'storage_unreachable'],
    ['a key that is not known', { kind: 'status', status: 401 }, 'storage_refused'],
  ] as const)('does not take %s for success', async (_, failure, code) => {
    const ref = await driver.store(argsOf())
    standin.fail({ on: 'api', ...failure })
    expect((await problemOf(driver.remove(ref))).code).toBe(code)
  })
})

describe('setDeliveryType', () => {
  it('makes a file public and takes it back', async () => {
    const ref = await driver.store(argsOf())
    const open = await driver.setDeliveryType(ref, 'upload')
    const before = await statusOf(driver.publicUrl!(open))
    await driver.setDeliveryType(open, 'authenticated')
    expect([before, await statusOf(driver.publicUrl!(open))]).toEqual([200, 403])
  })

  it('says when the file is gone', async () => {
    const ref = await driver.store(argsOf())
    await driver.remove(ref)
    expect((await problemOf(driver.setDeliveryType(ref, 'upload'))).code).toBe('asset_missing')
  })
})

describe('list', () => {
  const listed = async (prefix: string): Promise<ListedAsset[]> => {
    const found: ListedAsset[] = []
    for await (const asset of driver.list({ account: null, prefix })) {
      found.push(asset)
    }
    return found
  }

  it('tells what each file is and who may fetch it', async () => {
    const { publicId } = await driver.store(argsOf({ deliveryType: 'upload' }))
    expect(await listed('vitrine/acme/')).toEqual([
      {
        account: 'app1',
        bytes: BYTES.length,
        createdAt: expect.any(Date),
        deliveryType: 'upload',
        publicId,
        resourceType: 'raw',
      },
    ])
  })

  it('leaves out other tenants, and files that Vitrine did not store', async () => {
    await driver.store(argsOf({ publicId: 'vitrine/acme2/documents/0a/x.pdf' }))
    const [key, file] = [...standin.files][0]!
    standin.files.set('xbvswsedhPVcJS9c48FTOmtgn53Zpcoa7DKuF8zLXixGk941', { ...file, key })
    expect(await listed('vitrine/acme/')).toEqual([])
  })

  it('turns pages', async () => {
    await driver.store(argsOf())
    const [key, file] = [...standin.files][0]!
    for (let at = 0; at < 600; at += 1) {
      standin.files.set(`other${at}`, { ...file, key: `other${at}` })
    }
    standin.files.delete(key)
    standin.files.set(key, file)
    expect(await listed('vitrine/acme/')).toHaveLength(1)
  })
})

describe('usage', () => {
  it('is what UploadThing counts', async () => {
    await driver.store(argsOf())
    expect(await driver.usage!(null)).toEqual({ bytes: BYTES.length, limit: 2 * 1024 ** 3 })
  })
})

describe('secrets', () => {
  const failures = [
    { kind: 'status', error: 'echo', status: 400 },
    { kind: 'drop' },
    { kind: 'garbage' },
  ] as const
  const calls = {
    ingest: (_: AssetRef) => driver.store(argsOf()),
    files: (ref: AssetRef) => driver.read(ref).then(async (file) => file && buffer(file.body)),
    api: (ref: AssetRef) => driver.remove(ref),
  }

  it.each(['ingest', 'files', 'api'] as const)(
    'stand in no error, nor in what caused it: %s',
    async (on) => {
      for (const failure of failures) {
        const ref = await driver.store(argsOf())
        standin.fail({ on, ...failure, ...('error' in failure ? { error: standin.token } : {}) })
        const err: unknown = await calls[on](ref).catch((reason: unknown) => reason)
        expect(inside(err)).not.toMatch(secret(standin))
      }
    },
  )
})

const secret = ({ token }: UploadthingStandin) =>
  new RegExp(`${token.slice(0, 40)}|sk_test|hmac-sha256|signature=`)

const inside = (err: unknown): string =>
  err instanceof Error
    ? [err.message, err.stack, JSON.stringify(err), inside(err.cause)].join('\n')
    : String(err)
