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
  !isMisread(url) && /^https?:\/\/\S+$/i.test(url) && parseUrl(url) !== null

/** Something else that a link may do. */
export const isMailOrPhone = (url: string): boolean =>
  !isMisread(url) && /^(mailto|tel):\S+$/i.test(url)

const isSecureUrl = (url: string): boolean => isWebUrl(url) && /^https:/i.test(url)

const VIDEO_HOSTS =
  /^https:\/\/(www\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|player\.vimeo\.com)\//i

/** A part of the page that the link stands on, or another query of it. */
const isOwnPart = (url: string): boolean => !isMisread(url) && /^[#?]\S*$/.test(url)

type Kind = {
  /** As in “holds a URL that begins with https://”. */
  name: string
  /** What to do instead, beside the field. */
  hint: string
  is: (url: string) => boolean
}

/** The kinds of URLs that fields hold. */
export const URL_KINDS = {
  contact: {
    name: 'a URL that begins with https:// or mailto:',
    hint: 'Begin with https:// or mailto:.',
    is: (url: string) => isWebUrl(url) || isMailOrPhone(url),
  },
  embed: {
    name: 'a URL that begins with https://',
    hint: 'Paste an address that begins with https://.',
    is: (url: string) => isWebUrl(url) && /^https:\/\/[^\s"'<>]+$/i.test(url),
  },
  link: {
    name: 'a path that begins with / or a URL that begins with https://, mailto: or tel:',
    hint: 'Begin with / for this site or with https://, mailto: or tel:.',
    is: (url: string) => isOwnPath(url) || isWebUrl(url) || isMailOrPhone(url),
  },
  menu: {
    name: 'a path that begins with / or a URL that begins with https://',
    hint: 'Begin with / for this site, or with https://.',
    is: (url: string) => isOwnPath(url) || isWebUrl(url),
  },
  secure: {
    name: 'a URL that begins with https://',
    hint: 'Begin with https:// and leave no spaces.',
    is: isSecureUrl,
  },
  text: {
    name: 'a path that begins with /, # or ?, or a URL that begins with https://, mailto: or tel:',
    hint: 'Begin with / for this site or with https://, mailto: or tel:.',
    is: (url: string) => isOwnPath(url) || isOwnPart(url) || isWebUrl(url) || isMailOrPhone(url),
  },
  video: {
    name: 'a URL that begins with https://www.youtube.com/ or https://vimeo.com/',
    hint: 'Paste a link that begins with https://www.youtube.com/ or https://vimeo.com/.',
    is: (url: string) => isWebUrl(url) && VIDEO_HOSTS.test(url),
  },
  web: {
    name: 'a URL that begins with https:// or http://',
    hint: 'Begin with https:// and leave no spaces.',
    is: isWebUrl,
  },
} satisfies Record<string, Kind>

export type UrlKind = keyof typeof URL_KINDS
