/** That a URL is the same URL the ten thousandth time. */
import { expect, it } from '@jest/globals'
import { isEmail } from './email.ts'
import { parseUrl } from './parseUrl.ts'
import { isWebUrl } from './urls.ts'

const TIMES = 30_000

const often = (ask: () => boolean): number =>
  Array.from({ length: TIMES }, ask).filter((answer) => answer).length

it('a URL stays one, however often it is asked for', () => {
  expect(often(() => parseUrl('https://ö.example') !== null)).toBe(TIMES)
  expect(often(() => isWebUrl('https://ö.example/ü'))).toBe(TIMES)
  expect(parseUrl('https://')).toBeNull()
  expect(parseUrl('ü', 'https://ö.example/a')?.pathname).toBe('/%C3%BC')
})

it('and so does an email', () => {
  expect(often(() => isEmail('jörg@müller.de'))).toBe(TIMES)
})
