// Which coding a reader gets.
import { describe, expect, it } from '@jest/globals'
import { chooseCoding, isTextType } from './encodings.ts'

describe('chooseCoding', () => {
  it.each<[string | null, ReturnType<typeof chooseCoding>]>([
    [null, 'identity'],
    ['', 'identity'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['zstd, deflate', 'identity'],
    ['gzip, br', 'br'],
    ['gzip;q=1.0, br;q=0.9', 'gzip'],
    ['gzip;q=0.5,br;q=0.501', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000', 'identity'],
    ['br ; Q=0.5 , gzip ; q=0.6', 'gzip'],
    ['identity', 'identity'],
    ['identity, br', 'br'],
    ['identity;q=1, br;q=0.5', 'identity'],
    ['identity;q=0.5, gzip;q=0.4, br;q=0.3', 'identity'],
    ['*', 'br'],
    ['*;q=0.1', 'br'],
    ['br;q=0, *', 'gzip'],
    ['gzip, *;q=0', 'gzip'],
    ['gzip;q=0.5, *;q=0.8', 'br'],
    ['br;q=0.001', 'br'],
    ['identity;q=0', null],
    ['*;q=0', null],
    ['*;q=0, identity', 'identity'],
    ['identity;q=0, *', 'br'],
    ['identity;q=0, gzip', 'gzip'],
    // What is no weight counts as not named.
    ['br;q=2, gzip;q=0.1', 'gzip'],
    ['br;q=, gzip', 'gzip'],
    ['br;q=-1', 'identity'],
    ['br;q=0.1234', 'identity'],
    [',,br,;q=1,', 'br'],
    ['br;level=9', 'br'],
  ])('%s → %s', (accepts, coding) => {
    expect(chooseCoding({ accepts, bytes: 1000, isText: true })).toBe(coding)
    // Once more, now that it is known.
    expect(chooseCoding({ accepts, bytes: 1000, isText: true })).toBe(coding)
  })

  it('does not compress what is no text, and refuses it when it may not go out as it is', () => {
    const choose = (accepts: string) => chooseCoding({ accepts, bytes: 1000, isText: false })
    expect(['br', '*', 'identity;q=0, br'].map(choose)).toEqual(['identity', 'identity', null])
  })

  it('stays right, however many different headers were seen', () => {
    for (let at = 0; at < 2000; at += 1) {
      const accepts = at % 2 ? `x${at}, gzip` : `x${at}, br`
      const coding = chooseCoding({ accepts, bytes: 1000, isText: true })
      expect(coding).toBe(at % 2 ? 'gzip' : 'br')
    }
  })
})

describe('isTextType', () => {
  it.each([
    'text/html; charset=utf-8',
    'text/css',
    'TEXT/PLAIN',
    'application/json',
    'application/json; charset=utf-8',
    'application/problem+json',
    'application/ld+json',
    'application/rss+xml; charset=utf-8',
    'application/xml',
    'application/javascript',
    'text/javascript',
    'image/svg+xml',
    'application/manifest+json',
  ])('%s', (type) => {
    expect(isTextType(type)).toBe(true)
  })

  it.each([
    '',
    'image/png',
    'font/woff2',
    'application/pdf',
    'application/octet-stream',
    'video/mp4',
    'application/jsonx',
  ])('not “%s”', (type) => {
    expect(isTextType(type)).toBe(false)
  })
})
