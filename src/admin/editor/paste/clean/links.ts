// Where a link that was pasted leads: exactly where it led before, or nowhere, when that is a place of the other
// document.
import { URL_KINDS } from '../../../../../collections/shared/urls.ts'
import { parseUrl } from '../../../../../collections/shared/parseUrl.ts'

/** @returns null when it may not stay a link */
export const linkOf = (href: string, base: string | undefined): string | null => {
  const written = href.trim()
  if (written === '' || isWithinTheOther(written)) {
    return null
  }
  const url = unwrapped(written.startsWith('//') ? `https:${written}` : written)
  const whole = resolved(/^www\./i.test(url) ? `https://${url}` : url, base).replaceAll(' ', '%20')
  return URL_KINDS.text.is(whole) ? whole : null
}

/** Bookmarks, headings and footnotes of programs. Any other part may well be one of this page. */
const isWithinTheOther = (href: string): boolean =>
  /^#(_|heading=|bookmark=|ftn|fn|ref|cite|user-content-|id\.|h\.|kix\.|slide=)/i.test(href)

const resolved = (url: string, base: string | undefined): string => {
  if (base === undefined || /^([a-z][a-z\d+.-]*:|#)/i.test(url)) {
    return url
  }
  try {
    return url.startsWith('/') ? new URL(base).origin + url : new URL(url, base).href
  } catch {
    return url
  }
}

/** Google and Outlook lead through a page of their own. */
const unwrapped = (url: string): string => {
  const parsed = parseUrl(url)
  if (parsed === null) {
    return url
  }
  const { hostname, pathname, searchParams } = parsed
  const target =
    /(^|\.)google\.[a-z.]+$/.test(hostname) && pathname === '/url'
      ? (searchParams.get('q') ?? searchParams.get('url'))
      : hostname.endsWith('.safelinks.protection.outlook.com')
        ? searchParams.get('url')
        : null
  return target !== null && /^https?:/i.test(target) ? target : url
}
