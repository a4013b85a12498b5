import { describe, expect, it } from '@jest/globals'
import { expiryFrom, grantedPath } from '../../plugins/media/signature.ts'
import { firstExpiry, isExpiring } from './expiry.ts'

const day = 24 * 60 * 60
const now = 1_700_000_000_000
const address = (expires: number) =>
  `/media${grantedPath({
    address: {
      resourceType: 'image',
      deliveryType: 'authenticated',
      transformation: [
        { c: 'limit', w: '640' },
        { f: 'auto', q: 'auto' },
      ],
      version: 1_700_000_000,
      publicId: 'vitrine/t1/media/0123456789abcdef0123456789abcdef',
      extension: null,
    },
    grant: { audience: 'link', expires },
    secret: 'secret',
  })}`
const page = (expires: number) => `<img src="${address(expires).replace(/&/g, '&amp;')}">`

describe('the first expiry in a page', () => {
  it('is found in attributes', () => {
    expect(firstExpiry(page(1_700_086_400))).toBe(1_700_086_400_000)
  })

  it('is found in data', () => {
    expect(firstExpiry(JSON.stringify({ src: address(1_700_086_400) }))).toBe(1_700_086_400_000)
  })

  it('is the earliest of several', () => {
    expect(firstExpiry(page(1_700_086_400) + page(1_700_000_001))).toBe(1_700_000_001_000)
  })

  it('is none where all files are public', () => {
    expect(firstExpiry('<img src="/media/image/upload/v1/a?e=1700086400"> ?e=12&a=link')).toBeNull()
  })
})

describe('a page with addresses that end', () => {
  it('may be shown when it was just made', () => {
    expect(isExpiring(page(expiryFrom({ now, seconds: day })), now)).toBe(false)
  })

  it('may not be shown half a day before they do', () => {
    expect(isExpiring(page(now / 1000 + day / 2 - 1), now)).toBe(true)
  })

  it('may always be shown when none of them ends', () => {
    expect(isExpiring('<p>Nothing here ends.</p>', now)).toBe(false)
  })
})
