// What a stored URL may look like. Browsers read more into one than it seems to say: `/\evil.example`
// and `/⇥/evil.example` are `//evil.example` to them, another site. So a path stays on its own
// site only without backslashes and control characters, wherever they stand.
//
// See https://url.spec.whatwg.org/#url-parsing
import { parseUrl } from './parseUrl.ts'

/** Control characters, which browsers drop, and backslashes, which they take for slashes. */
const MISREAD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]/

/** Whether a browser may read something else than what is written. */
export const isMisread = (url: string): boolean => MISREAD.test(url)

/** A path on the same site: one slash, and nothing that leads elsewhere. */
export const isOwnPath = (url: string): boolean => {
  if (isMisread(url) || !/^\/(?!\/)\S*$/.test(url)) {
    return false
  }
  try {
    return new URL(url, OWN).origin === OWN
  } catch {
    return false
  }
}

const OWN = 'https://own.invalid'

/** A URL of the web, in full. */
export const isWebUrl = (url: string): boolean =>
  !isMisread(url) && /^https?:\/\/\S+$/.test(url) && parseUrl(url) !== null

/** Something else that a link may do. */
export const isMailOrPhone = (url: string): boolean =>
  !isMisread(url) && /^(mailto|tel):\S+$/.test(url)
