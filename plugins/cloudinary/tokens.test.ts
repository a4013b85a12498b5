// Addresses that end: tokens of the CDN, and downloads through the API.
import { describe, expect, test } from '@jest/globals'
import { cloudinaryAccount } from './account.ts'
import { authToken } from './authToken.ts'
import { downloadUrl } from './downloadUrl.ts'

const key = '00112233FF99'

describe('tokens', () => {
  test('for a part of the cloud', () => {
    expect(authToken({ acl: '/image/*', expires: 1111111411, key, start: 1111111111 })).toBe(
      '__cld_token__=st=1111111111~exp=1111111411~acl=%2fimage%2f*~hmac=1751370bcc6cfe9e03f30dd1a9722ba0f2cdca283fa3e6df3342a00a7528cc51',
    )
  })

  test('for one address, which is signed and not repeated', () => {
    const path = '/image/authenticated/v1486020273/sample.jpg'
    expect(authToken({ expires: 11111411, key, path, start: 11111111 })).toBe(
      '__cld_token__=st=11111111~exp=11111411~hmac=8db0d753ee7bbb9e2eaf8698ca3797436ba4c20e31f44527e43b6a6e995cfdb3',
    )
  })
})

describe('downloads', () => {
  const account = cloudinaryAccount({ cloudName: 'demo', apiKey: '1234', apiSecret: 'abcd' })
  const args = {
    account,
    deliveryType: 'private' as const,
    expiresAt: new Date(1315064110_000),
    format: 'mp4',
    now: 1315060510_000,
    publicId: 'dog',
    resourceType: 'video' as const,
  }

  test('are signed with their end', () => {
    expect(downloadUrl(args)).toBe(
      'https://api.cloudinary.com/v1_1/demo/video/download?timestamp=1315060510&public_id=dog&format=mp4&type=private&expires_at=1315064110&signature=7b9672557157d50024fabe7bb3aa9c2471119eec&api_key=1234',
    )
  })

  test('of raw files name no format', () => {
    expect(downloadUrl({ ...args, format: '' })).not.toContain('format=')
  })
})
