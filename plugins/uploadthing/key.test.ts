import { describe, expect, it } from '@jest/globals'
import { generateKey, generateSignedURL, verifyKey } from '@uploadthing/shared'
import { runPromise, runSync } from 'effect/Micro'
import { make } from 'effect/Redacted'
import fc from 'fast-check'
import { keyOf, readKey } from './key.ts'
import { presign } from './presign.ts'

const ID = 'vitrine/acme/documents/0123456789abcdef0123456789abcdef/deck-2026.pdf'

describe('keyOf', () => {
  it('is a key of this app to the SDK', () => {
    const key = keyOf({ publicId: ID, resourceType: 'raw' }, 'app1')
    expect(runSync(verifyKey(key, 'app1'))).toBe(true)
  })

  it('is no key of another app', () => {
    const key = keyOf({ publicId: ID, resourceType: 'raw' }, 'app1')
    expect(runSync(verifyKey(key, 'app2'))).toBe(false)
  })

  it('needs no escaping in an address', () => {
    const key = keyOf({ publicId: ID, resourceType: 'raw' }, 'app1')
    expect(new URL(`https://app1.ufs.sh/f/${key}`).pathname).toBe(`/f/${encodeURIComponent(key)}`)
  })

  it('tells apart whatever the ids tell apart, and can be read back', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,20}$/)
    const ids = fc.array(segment, { minLength: 2, maxLength: 6 }).map((parts) => parts.join('/'))
    const types = fc.constantFrom('image' as const, 'video' as const, 'raw' as const)
    fc.assert(
      fc.property(ids, types, (publicId, resourceType) => {
        const key = keyOf({ publicId, resourceType }, 'app1')
        expect(readKey(key, 'app1')).toEqual({ publicId, resourceType })
      }),
    )
  })

  it.each([
    ['a key that the SDK made', 'xbvswsedhPVcJS9c48FTOmtgn53Zpcoa7DKuF8zLXixGk941'],
    ['a way out of a folder', 'vitrine/../other/file.pdf'],
    ['dots inside a segment', 'vitrine/acme/a..pdf'],
    ['what stands for a slash', 'vitrine~acme/x'],
    ['an absolute path', '/etc/passwd'],
    ['a query', 'vitrine/acme?x'],
    ['a line break', 'vitrine/acme\n'],
    ['nothing', ''],
    ['256 characters', `vitrine/${'a'.repeat(248)}`],
  ])('refuses %s', (_, publicId) => {
    expect(() => keyOf({ publicId, resourceType: 'raw' }, 'app1')).toThrow(
      'not the id of a file that Vitrine stored',
    )
  })
})

describe('readKey', () => {
  it('knows no key that the SDK made', () => {
    const key = runSync(generateKey({ name: 'a', size: 1, type: 'b' }, 'app1'))
    expect(readKey(key, 'app1')).toBeNull()
  })

  it('knows no key of another app', () => {
    const key = keyOf({ publicId: ID, resourceType: 'raw' }, 'app2')
    expect(readKey(key, 'app1')).toBeNull()
  })
})

const DATA = {
  'x-ut-identifier': 'app1',
  'x-ut-file-name': 'my photo.jpg',
  'x-ut-file-size': 5,
  'x-ut-file-type': 'image/jpeg',
  'x-ut-content-disposition': 'inline',
  'x-ut-acl': 'public-read',
}

describe('presign', () => {
  it('signs as UploadThing does', () => {
    const url = presign({
      apiKey: 'sk_test_abc',
      data: DATA,
      expires: 1_700_000_000_000,
      url: 'http://127.0.0.1:9/k1',
    })
    expect(new URL(url).searchParams.get('signature')).toBe(
      'hmac-sha256=516a9e5656d68c9a4dfba943c7c6831aac0c76a160096a3aef21ab1fcd1d3c0f',
    )
  })

  it.each([
    'plain.pdf',
    'Bücher & Mappen.pdf',
    '100 % (neu)?#.pdf',
    '日本語.pdf',
    "it's+so*!~.pdf",
  ])('writes the address of %s as the SDK does', async (name) => {
    const data = { ...DATA, 'x-ut-file-name': name }
    const theirs = await runPromise(
      generateSignedURL('https://fra1.ingest.uploadthing.com/k1', make('sk_test_abc'), { data }),
    )
    const expires = Number(new URL(theirs).searchParams.get('expires'))
    const url = 'https://fra1.ingest.uploadthing.com/k1'
    expect(presign({ apiKey: 'sk_test_abc', data, expires, url })).toBe(theirs)
  })

  it('leaves out what is not given', () => {
    const url = presign({
      apiKey: 'k',
      data: { 'x-ut-acl': undefined },
      expires: 1,
      url: 'http://a/b',
    })
    expect(url).not.toContain('x-ut-acl')
  })
})
