import { describe, expect, it } from '@jest/globals'
import { endpointsOf } from './endpoints.ts'
import { uploadthingOptions } from './fromEnvironment.ts'
import { parseUploadthingToken } from './token.ts'

const TOKEN =
  'eyJhcGlLZXkiOiJza190ZXN0X2FiYyIsImFwcElkIjoiYXBwMSIsInJlZ2lvbnMiOlsiZGV2MSJdLCJpbmdlc3RIb3N0IjoiaW5nZXN0LmxvY2FsaG9zdCJ9'
const encoded = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64')
const SECRET = 'sk_live_0123456789'

describe('parseUploadthingToken', () => {
  it('reads app, key, region and the host for uploads', () => {
    expect(parseUploadthingToken(TOKEN)).toEqual({
      apiKey: 'sk_test_abc',
      appId: 'app1',
      ingestHost: 'ingest.localhost',
      region: 'dev1',
    })
  })

  it('knows the host for uploads when the token does not say it', () => {
    const token = encoded({ apiKey: SECRET, appId: 'a', regions: ['fra1'] })
    expect(parseUploadthingToken(token).ingestHost).toBe('ingest.uploadthing.com')
  })

  it.each([
    ['an API key instead of a token', SECRET, 'it is an API key'],
    ['something that is not base64', `${SECRET}!`.slice(3), 'not base64 of a JSON object'],
    ['a list', encoded([SECRET]), 'not base64 of a JSON object'],
    ['no key', encoded({ apiKey: 'x', appId: 'a', regions: ['b'] }), 'does not begin with sk_'],
    ['no app', encoded({ apiKey: SECRET, regions: ['b'] }), 'names no app'],
    ['no region', encoded({ apiKey: SECRET, appId: 'a', regions: [] }), 'names no region'],
    ['nothing', ' ', 'it is empty'],
  ])('says what is wrong with %s', (_, token, why) => {
    expect(() => parseUploadthingToken(token)).toThrow(why)
  })

  it.each([
    ['the text', SECRET],
    ['the encoded text', encoded({ apiKey: SECRET })],
    ['JSON that is cut off', Buffer.from(`{"apiKey":"${SECRET}`).toString('base64')],
  ])('never repeats %s', (_, token) => {
    const problem = problemOf(() => parseUploadthingToken(token))
    expect([problem.message, problem.stack, problem.cause].join()).not.toMatch(/0123456789|MDEyMzQ/)
  })
})

describe('endpointsOf', () => {
  it('gives each app a host of its own', () => {
    const endpoints = endpointsOf(parseUploadthingToken(TOKEN), {})
    expect(endpoints).toEqual({
      apiUrl: 'https://api.uploadthing.com',
      ingestUrl: 'https://dev1.ingest.localhost',
      filesUrl: 'https://app1.ufs.sh/f',
    })
  })

  it('speaks http to this machine only', () => {
    const token = parseUploadthingToken(TOKEN)
    const urls = ['127.0.0.1:9', 'localhost:9', 'files.local', 'localfiles.example'].map(
      (ufsHost) => endpointsOf(token, { ufsAppIdLocation: 'path', ufsHost }).filesUrl,
    )
    expect(urls).toEqual([
      'http://127.0.0.1:9/a/app1',
      'http://localhost:9/a/app1',
      'http://files.local/a/app1',
      'https://localfiles.example/a/app1',
    ])
  })
})

describe('uploadthingOptions', () => {
  it('is nothing without a token', () => {
    expect(uploadthingOptions({ UPLOADTHING_TOKEN: ' ' })).toBeNull()
  })

  it('refuses an ACL that there is not', () => {
    const env = { UPLOADTHING_TOKEN: TOKEN, UPLOADTHING_ACL: 'public' }
    expect(() => uploadthingOptions(env)).toThrow(
      'UPLOADTHING_ACL is either private or public-read',
    )
  })
})

const problemOf = (act: () => unknown): Error => {
  try {
    act()
  } catch (err) {
    return err as Error
  }
  throw new Error('Nothing was thrown.')
}
