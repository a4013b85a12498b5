// The stand-in as the official SDK and its documentation see it.
import { execFile } from 'node:child_process'
import { createHmac, randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { generateKey } from '@uploadthing/shared'
import { runSync } from 'effect/Micro'
import { UTApi, UTFile } from 'uploadthing/server'
import { eventually } from '../demo.ts'
import { startUploadthing, type UploadthingStandin } from './index.ts'

let standin: UploadthingStandin
let sdk: UTApi
let now: number

beforeEach(async () => {
  now = Date.now()
  standin = await startUploadthing({ now: () => now })
  sdk = new UTApi({
    apiUrl: standin.env.UPLOADTHING_API_URL,
    ingestUrl: standin.env.UPLOADTHING_INGEST_URL,
    logLevel: 'Fatal',
    token: standin.token,
  })
})

afterEach(() => standin.stop())

const put = async (text: string, acl?: 'private' | 'public-read', customId?: string) => {
  const file = new UTFile([text], 'Über uns.txt', { customId, type: 'text/plain' })
  const { data, error } = await sdk.uploadFiles(file, { acl })
  if (error) {
    throw new Error(error.message)
  }
  return data
}
const addressOf = (key: string) => `${standin.env.UPLOADTHING_API_URL}/f/${key}`
const statusOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).status

describe('the official SDK', () => {
  it('finds the stand-in through the environment alone', async () => {
    const program = `
      import { UTApi, UTFile } from 'uploadthing/server'
      const sdk = new UTApi({ logLevel: 'Fatal' })
      const { data } = await sdk.uploadFiles(new UTFile(['hello'], 'a.txt'))
      const { url } = await sdk.getSignedURL(data.key)
      process.stdout.write(await (await fetch(url)).text())`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', program],
      {
        cwd: path.resolve(import.meta.dirname, '../../..'),
        env: { ...process.env, ...standin.env },
      },
    )
    expect(stdout).toBe('hello')
  })

  it('uploads, and learns the MD5', async () => {
    expect((await put('hello')).fileHash).toBe('5d41402abc4b2a76b9719d911017c592')
  })

  it('lists with pages', async () => {
    await put('a')
    await put('bc')
    const { files, hasMore } = await sdk.listFiles({ limit: 1 })
    expect([files.length, hasMore]).toEqual([1, true])
  })

  it('deletes by key and by id of one’s own', async () => {
    const { key } = await put('a')
    await put('b', undefined, 'mine')
    await sdk.deleteFiles(key)
    await sdk.deleteFiles('mine', { keyType: 'customId' })
    expect(standin.files.size).toBe(0)
  })

  it('counts what it deleted', async () => {
    expect(await sdk.deleteFiles('nothing')).toMatchObject({ deletedCount: 0, success: true })
  })

  it('renames', async () => {
    const { key } = await put('a')
    await sdk.renameFiles({ fileKey: key, newName: 'b.txt' })
    expect(standin.files.get(key)?.name).toBe('b.txt')
  })

  it('reads a private file through a signed address', async () => {
    const { key } = await put('secret', 'private')
    const { url } = await sdk.getSignedURL(key)
    expect([await statusOf(addressOf(key)), await statusOf(url)]).toEqual([403, 200])
  })

  it('takes a public file back', async () => {
    const { key } = await put('a', 'public-read')
    await sdk.updateACL(key, 'private')
    expect(await statusOf(addressOf(key))).toBe(403)
  })

  it('counts usage', async () => {
    await put('abc')
    expect(await sdk.getUsageInfo()).toMatchObject({ totalBytes: 3, filesUploaded: 1 })
  })

  it('is refused with another key', async () => {
    const token = Buffer.from(
      JSON.stringify({ apiKey: 'sk_other', appId: 'app1', regions: ['dev1'] }),
    ).toString('base64')
    const other = new UTApi({
      apiUrl: standin.env.UPLOADTHING_API_URL,
      ingestUrl: standin.env.UPLOADTHING_INGEST_URL,
      logLevel: 'Fatal',
      token,
    })
    await expect(other.listFiles()).rejects.toThrow()
    expect((await other.uploadFiles(new UTFile(['a'], 'a.txt'))).error).not.toBeNull()
  })
})

describe('signed addresses', () => {
  it('end', async () => {
    const { key } = await put('secret', 'private')
    const { url } = await sdk.getSignedURL(key, { expiresIn: 60 })
    now += 61_000
    expect(await statusOf(url)).toBe(403)
  })

  it.each([
    ['expires', /expires=\d+/, 'expires=9999999999999'],
    ['signature', /signature=.{30}/, 'signature=hmac-sha256%3D0000000000'],
  ])('cover %s', async (_, part, other) => {
    const { key } = await put('secret', 'private')
    const { url } = await sdk.getSignedURL(key)
    expect(await statusOf(url.replace(part, other))).toBe(403)
  })

  it('of one file open no other', async () => {
    const one = await put('one', 'private')
    const other = await put('other', 'private')
    const { url } = await sdk.getSignedURL(one.key)
    expect(await statusOf(url.replace(one.key, other.key))).toBe(403)
  })
})

const DATA: Record<string, string> = {
  'x-ut-identifier': 'app1',
  'x-ut-file-name': 'deck.pdf',
  'x-ut-file-size': '10',
  'x-ut-file-type': 'application/pdf',
}
const signed = (more: Record<string, string> = {}, query = '') => {
  const key = runSync(
    generateKey({ name: randomBytes(8).toString('hex'), size: 1, type: '' }, 'app1'),
  )
  const url = new URL(`${standin.env.UPLOADTHING_INGEST_URL}/${key}`)
  url.searchParams.set('expires', String(now + 60_000))
  for (const [name, value] of Object.entries({ ...DATA, ...more })) {
    url.searchParams.set(name, encodeURIComponent(value))
  }
  const hex = createHmac('sha256', standin.apiKey).update(url.href).digest('hex')
  return `${url.href}${query}&signature=${encodeURIComponent(`hmac-sha256=${hex}`)}`
}
const form = (text: string) => {
  const body = new FormData()
  body.append('file', new Blob([text]), 'deck.pdf')
  return body
}

describe('the ingest', () => {
  it('takes what was signed for', async () => {
    expect(await statusOf(signed(), { method: 'PUT', body: form('0123456789') })).toBe(200)
  })

  it.each([
    ['a parameter added after signing', () => signed({}, '&x-ut-acl=public-read'), 401],
    ['another app', () => signed({ 'x-ut-identifier': 'app2' }), 400],
    ['a parameter that there is not', () => signed({ 'x-ut-unheard-of': '1' }), 400],
    ['another size', () => signed({ 'x-ut-file-size': '9' }), 400],
    ['no name', () => signed({ 'x-ut-file-name': '' }), 400],
  ])('refuses %s', async (_, url, status) => {
    expect(await statusOf(url(), { method: 'PUT', body: form('0123456789') })).toBe(status)
  })

  it('refuses an address that has ended', async () => {
    const url = signed()
    now += 61_000
    expect(await statusOf(url, { method: 'PUT', body: form('0123456789') })).toBe(401)
  })

  it('goes on where a dropped upload ended', async () => {
    const content = 'x'.repeat(400_000)
    const url = signed({ 'x-ut-file-size': String(content.length) })
    standin.fail({ on: 'ingest', kind: 'drop' })
    await fetch(url, { method: 'PUT', body: form(content) }).catch(() => null)
    // The connection is gone a moment before what came of it is counted.
    const start = await eventually(async () =>
      Number((await fetch(url, { method: 'HEAD' })).headers.get('x-ut-range-start')),
    )
    const rest = { body: form(content.slice(Number(start))), headers: { range: `bytes=${start}-` } }
    expect(start).toBeGreaterThan(0)
    expect(await statusOf(url, { method: 'PUT', ...rest })).toBe(200)
  })
})

describe('delivery', () => {
  it.each([
    ['bytes=1-3', 206, 'ell'],
    ['bytes=3-', 206, 'lo'],
    ['bytes=-2', 206, 'lo'],
    ['bytes=9-', 416, ''],
  ])('answers %s', async (range, status, text) => {
    const { key } = await put('hello')
    const response = await fetch(addressOf(key), { headers: { range } })
    expect([response.status, await response.text()]).toEqual([status, text])
  })

  it('knows an id of one’s own', async () => {
    await put('a', undefined, 'mine')
    expect(await statusOf(addressOf('mine'))).toBe(200)
  })
})
