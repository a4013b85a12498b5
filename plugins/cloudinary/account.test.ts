import { describe, expect, test } from '@jest/globals'
import { cloudinaryAccount, deliveryBaseOf, parseCloudinaryUrl } from './account.ts'

describe('CLOUDINARY_URL', () => {
  test('as the console shows it', () => {
    expect(parseCloudinaryUrl('cloudinary://123456:s-e_cret@demo')).toEqual({
      cloudName: 'demo',
      apiKey: '123456',
      apiSecret: 's-e_cret',
      apiBaseUrl: 'https://api.cloudinary.com',
      deliveryBaseUrl: 'https://res.cloudinary.com',
      isPrivateCdn: false,
      signatureAlgorithm: 'sha1',
      isLongSignature: false,
      folderMode: 'dynamic',
    })
  })

  test('with everything that it can say', () => {
    const query =
      'upload_prefix=https://api-eu.cloudinary.com/&private_cdn=true&signature_algorithm=sha256&long_url_signature=true&folder_mode=fixed&auth_token_key=00112233FF99'
    expect(parseCloudinaryUrl(`cloudinary://k:s@demo?${query}`)).toEqual({
      cloudName: 'demo',
      apiKey: 'k',
      apiSecret: 's',
      apiBaseUrl: 'https://api-eu.cloudinary.com',
      deliveryBaseUrl: 'https://demo-res.cloudinary.com',
      isPrivateCdn: true,
      signatureAlgorithm: 'sha256',
      isLongSignature: true,
      folderMode: 'fixed',
      authTokenKey: '00112233FF99',
    })
  })

  test.each([
    ['cloudinary://k:s@demo', 'https://res.cloudinary.com/demo'],
    ['cloudinary://k:s@demo?private_cdn=true', 'https://demo-res.cloudinary.com'],
    ['cloudinary://k:s@demo/media.example.com', 'https://media.example.com'],
    ['cloudinary://k:s@demo?secure_distribution=cdn.example.com', 'https://cdn.example.com/demo'],
    [
      'cloudinary://k:s@demo?secure_distribution=http://127.0.0.1:4000',
      'http://127.0.0.1:4000/demo',
    ],
  ])('%s delivers from %s', (url, base) => {
    expect(deliveryBaseOf(parseCloudinaryUrl(url))).toBe(base)
  })

  test('a secret may hold escaped characters', () => {
    expect(parseCloudinaryUrl('cloudinary://k:a%2Fb%40c@demo').apiSecret).toBe('a/b@c')
  })

  test.each([
    ['https://hush-key:hush-secret@hush', /does not begin with cloudinary:/],
    ['cloudinary://hush-key:hush-secret', /lacks|not an address/],
    ['cloudinary://hush-key@hush', /lacks/],
    ['cloudinary://<hush_api_key>:<hush_api_secret>@hush', /placeholder/],
    ['cloudinary://hush-key:hush-secret@hush.cloud!', /characters|not an address/],
    ['cloudinary://hush-key:hush-secret@hush?signature_algorithm=md5-hush', /signature_algorithm/],
    ['cloudinary://hush-key:hush-secret@hush?upload_prefix=http://%25hush%25:x', /upload_prefix/],
    ['cloudinary://hush-key:hush-secret@hush?auth_token_key=hush', /auth_token_key/],
  ])('%s is refused in a sentence that does not repeat it', (url, why) => {
    const read = () => parseCloudinaryUrl(url)
    expect(read).toThrow(why)
    expect(read).not.toThrow(/hush/)
    expect(read).toThrow(expect.objectContaining({ code: 'cloudinary_url_malformed' }))
  })
})

test('a given delivery host wins over the private one', () => {
  const account = cloudinaryAccount({
    cloudName: 'demo',
    apiKey: 'k',
    apiSecret: 's',
    isPrivateCdn: true,
    deliveryBaseUrl: 'https://media.example.com',
  })
  expect(deliveryBaseOf(account)).toBe('https://media.example.com')
})
