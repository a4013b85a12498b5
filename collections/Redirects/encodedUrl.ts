// URLs as headers and XML take them: ASCII only.
import { parseUrl } from '../shared/parseUrl.ts'

const NOWHERE = 'http://path.invalid'

/**
 * The URL with everything outside ASCII percent-encoded (host names as Punycode); what is encoded
 * already stays.
 *
 * @param url A path that begins with one slash, or an absolute URL.
 * @example encodedUrl('/work/łódź') // '/work/%C5%82%C3%B3d%C5%BA'
 */
export const encodedUrl = (url: string): string => {
  const parsed = parseUrl(url, NOWHERE)
  if (!parsed) {
    return encodeURI(url)
  }
  return parsed.origin === NOWHERE
    ? `${parsed.pathname}${parsed.search}${parsed.hash}`
    : parsed.toString()
}
