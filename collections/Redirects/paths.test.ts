// Paths and queries of redirects, as functions.
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalPath } from './canonicalPath.ts'
import { pathIn, placeOf, sourcesOf } from './languages.ts'
import { normaliseSource } from './normaliseSource.ts'
import { withQuery } from './withQuery.ts'

describe('canonicalPath', () => {
  it.each([
    ['/old', '/old'],
    ['/old/', '/old'],
    ['/', '/'],
    ['//a///b//', '/a/b'],
    ['/a/./b/../c', '/a/c'],
    ['/a//..', '/a'],
    ['/caf%C3%A9', '/café'],
    ['/cafe\u0301', '/café'],
    ['/%E6%97%A5%E6%9C%AC', '/日本'],
    ['/my%20page', '/my%20page'],
    ['/a%2Fb', '/a%2Fb'],
    ['/100%25', '/100%25'],
    ['/a%3Fb%23c', '/a%3Fb%23c'],
    ['/index.php', '/index.php'],
  ])('%s is %s', (path, canonical) => {
    expect(canonicalPath(path)).toBe(canonical)
    expect(canonicalPath(canonical)).toBe(canonical)
  })

  it.each(['/%', '/%E0%A4%A', '/a%ZZ'])('%s is malformed', (path) => {
    expect(canonicalPath(path)).toBeNull()
  })

  it('is the same for what was typed and for what a browser makes of it', () => {
    const part = fc.constantFrom(
      'a',
      'é',
      'ß',
      '日',
      '%20',
      '%2F',
      '%25',
      '.',
      '..',
      '/',
      '-',
      '+',
      '&',
      '=',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const path = `/${parts.join('')}`
        const typed = canonicalPath(path)
        const sent = new URL(`http://site.test/${parts.join('').replace(/^\/+/, '')}`).pathname
        expect(canonicalPath(sent)).toBe(typed)
        expect(typed === null || canonicalPath(typed) === typed).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('normaliseSource', () => {
  it('adds the first slash, decodes, and leaves what is no path for the validator', () => {
    expect(normaliseSource(' old/ ')).toBe('/old')
    expect(normaliseSource('/%C3%BCber-uns/')).toBe('/über-uns')
    for (const value of [
      '/old?a=b',
      '/old#top',
      'https://x.test/old',
      '//x.test/old',
      '/%',
      7,
      '',
    ]) {
      expect(normaliseSource(value)).toBe(value)
    }
  })
})

describe('withQuery', () => {
  it.each([
    ['/new', '?a=b', '/new?a=b'],
    ['/new', '', '/new'],
    ['/new#top', '?a=b', '/new?a=b#top'],
    ['/new?c=d', '?a=b&a=c', '/new?c=d&a=b&a=c'],
    ['/new?a=1', '?a=b&x=y', '/new?a=1&x=y'],
    ['https://other.example/x?a=1#z', '?utm=%C3%BC', 'https://other.example/x?a=1&utm=%C3%BC#z'],
    ['/new', '?', '/new'],
    ['/new', '?&&', '/new'],
  ])('%s with %s is %s', (to, search, expected) => {
    expect(withQuery(to, search)).toBe(expected)
  })
})

describe('languages', () => {
  const tenant = { locales: ['en', 'de'], defaultLocale: 'en' }

  it('a path that names one is a place of that language', () => {
    expect(placeOf({ locale: 'en', path: '/de/alt', tenant })).toEqual({
      locale: 'de',
      path: '/alt',
    })
    expect(placeOf({ locale: 'en', path: '/de', tenant })).toEqual({ locale: 'de', path: '/' })
    expect(placeOf({ locale: 'de', path: '/fr/x', tenant })).toEqual({
      locale: 'de',
      path: '/fr/x',
    })
  })

  it('what leads away in one language comes before what leads away in all', () => {
    expect(sourcesOf({ locale: 'de', path: '/alt' })).toEqual(['/de/alt', '/alt'])
  })

  it('the main language is not named', () => {
    expect(pathIn({ locale: 'en', path: '/x', tenant })).toBe('/x')
    expect(pathIn({ locale: 'de', path: '/x', tenant })).toBe('/de/x')
    expect(pathIn({ locale: 'de', path: '/', tenant })).toBe('/de')
  })
})
