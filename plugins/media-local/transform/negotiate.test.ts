import { describe, expect, it } from '@jest/globals'
import { negotiateFormat } from './negotiate.ts'

describe('negotiateFormat', () => {
  it.each([
    ['Chrome', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'avif'],
    ['Safari 14', 'image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5', 'webp'],
    ['curl', '*/*', 'plain'],
    ['nothing', null, 'plain'],
    ['an empty header', '', 'plain'],
    ['AVIF refused', 'image/avif;q=0,image/webp', 'webp'],
    ['WebP preferred', 'image/avif;q=0.5,image/webp;q=0.9', 'webp'],
    ['JPEG preferred', 'image/webp;q=0.1,image/jpeg;q=0.9', 'plain'],
    ['all kinds of pictures', 'image/*', 'plain'],
    ['capitals and spaces', ' Image/AVIF ; Q=1.0 , */*;q=0.1', 'avif'],
    ['a weight that is none', 'image/avif;q=much,image/webp', 'webp'],
    ['a weight beyond one', 'image/avif;q=7,image/webp', 'webp'],
  ])('for %s', (_who, accept, expected) => {
    expect(negotiateFormat(accept)).toBe(expected)
  })
})
