// URLs that say one thing and lead to another.
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { safeHref } from '../../src/site/present/context.ts'
import { isMailOrPhone, isOwnPath, isWebUrl } from './urls.ts'

const OWN = 'https://own.example'

/** What stands between the slashes of a path for somebody who wants another site. */
const TRICKS = ['\\', '\t', '\n', '\r', '/', '\u0000', '\u0001', '\u001f', '\u007f', '\u0085']

const ELSEWHERE = [
  ...TRICKS.flatMap((one) => [
    `/${one}evil.example`,
    `/${one}/evil.example`,
    `${one}//evil.example`,
    `/${one}\\evil.example/path`,
  ]),
  '\\\\evil.example',
  '\\/evil.example',
  '//evil.example',
  '///evil.example',
  'https:\\\\evil.example',
  'https:/\\evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://good.example\\@evil.example',
  'java\tscript:alert(1)',
  'javascript:alert(1)',
  'data:text/html,x',
]

describe('links that a browser reads differently', () => {
  it.each(ELSEWHERE.map((url) => [JSON.stringify(url), url]))('%s is none', (_, url) => {
    expect({
      isOwnPath: isOwnPath(url),
      isWebUrl: isWebUrl(url),
      isMailOrPhone: isMailOrPhone(url),
    }).toEqual({ isOwnPath: false, isWebUrl: false, isMailOrPhone: false })
    // What stands at the ends is not part of a link.
    const left = url.trim()
    expect(safeHref(url)).toBe(left.startsWith('/') && isOwnPath(left) ? left : null)
  })

  it('whatever is shown as a path stays on the site', () => {
    const part = fc.constantFrom(...TRICKS, 'evil.example', '.', '..', '@', ':', '#', '?', ' ', 'a')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const href = safeHref(`/${parts.join('')}`)
        expect(href === null || new URL(href, OWN).origin === OWN).toBe(true)
        const path = `/${parts.join('')}`
        expect(!isOwnPath(path) || new URL(path, OWN).origin === OWN).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps what is plain', () => {
    for (const url of ['/work', '/work?service=x#top', '/a/b(c)', '/über-uns']) {
      expect({ url, isOwnPath: isOwnPath(url), href: safeHref(url) }).toEqual({
        url,
        isOwnPath: true,
        href: url,
      })
    }
    for (const url of [
      'https://example.com/',
      'http://example.com:8080/a?b=c',
      'https://ö.example',
    ]) {
      expect({ url, isWebUrl: isWebUrl(url), href: safeHref(url) }).toEqual({
        url,
        isWebUrl: true,
        href: url,
      })
    }
    for (const url of ['#top', '?page=2', 'mailto:a@b.test?subject=Hello there', 'tel:+491234']) {
      expect(safeHref(url)).toBe(url)
    }
  })
})
