// What an email may look like: the one validator of them, for accounts, invitations, settings and the
// forms of the sites. Also runs in browsers.
//
// See https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 (with quotes), RFC 6531 §3.3 (beyond ASCII)
// and https://url.spec.whatwg.org/#idna (domains, as browsers and DNS write them).
import { parseUrl } from './parseUrl.ts'

/** Octets. RFC 5321 §4.5.3.1.1, and §4.5.3.1.3 without the brackets of a path. */
const MOST_LOCAL = 64
export const MOST_EMAIL = 254

/** What a program may read as something else than it shows: spaces, controls, directions, no characters at all. */
const NEVER =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]/u

const ATOM = "[\\w!#$%&'*+/=?^`{|}~\\u0080-\\u{10ffff}-]+"
const DOT_ATOM = new RegExp(`^${ATOM}(\\.${ATOM})*$`, 'u')
/** A backslash takes any visible character along. Mail programs lose < and >, so nobody could answer. */
const QUOTED = /^"(?:[^"\\<>]|\\[\u0020-\u003b\u003d\u003f-\u007e])+"$/u
const ANY_SPACE = /\s/u

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`)
/** What URLs give a meaning to, and domains do not have. */
const NO_DOMAIN = /[\u0000-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]/

export type Email = {
  /** As it is written, without quotes that it does not need. */
  local: string
  /** In ASCII and lower case, as DNS knows it. */
  domain: string
}

const EXAMPLE = 'like name@example.com'

/**
 * Reads one email, without anything around it.
 *
 * @returns a sentence that says what is wrong when it is none.
 * @example readEmail('jörg@müller.de') // { local: 'jörg', domain: 'xn--mller-kva.de' }
 */
export const readEmail = (text: string): Email | string => {
  const written = text.normalize('NFC')
  // The local part may have one in its quotes.
  const at = written.lastIndexOf('@')
  if (at < 0) {
    return `The @ is missing. Enter an email ${EXAMPLE}.`
  }
  const [given, host] = [written.slice(0, at), written.slice(at + 1)]
  if (NEVER.test(written)) {
    return 'There is a character in this email that cannot be part of one. Type it again instead of pasting it.'
  }
  if (given === '' || host === '') {
    return `Something is missing beside the @. Enter an email ${EXAMPLE}.`
  }
  if (ANY_SPACE.test(host) || (ANY_SPACE.test(given) && !QUOTED.test(given))) {
    return 'An email has no spaces. Enter one email, without a name before it.'
  }
  if (!DOT_ATOM.test(given) && !QUOTED.test(given)) {
    return `“${given}” cannot stand before the @. Check for dots at the ends or in a row, brackets, commas and quotes.`
  }
  const domain = asciiDomain(host)
  if (domain === null) {
    return `“${host}” is not a domain. It ends like example.com.`
  }
  const local = unquoted(given)
  return bytesOf(local) > MOST_LOCAL || bytesOf(`${local}@${domain}`) > MOST_EMAIL
    ? `This email is longer than mail can carry: ${MOST_LOCAL} bytes before the @, ${MOST_EMAIL} in all.`
    : { local, domain }
}

export const isEmail = (value: unknown): value is string =>
  typeof value === 'string' && typeof readEmail(value) !== 'string'

/** As Payload's fields ask it. Takes the place of Payload's own, which knows ASCII only. */
export const validateEmail = (
  value: unknown,
  { required }: { required?: boolean | undefined } = {},
): string | true => {
  if (value === undefined || value === null || value === '') {
    return required ? `Enter an email ${EXAMPLE}.` : true
  }
  const read = typeof value === 'string' ? readEmail(value.trim()) : ''
  return typeof read === 'string' ? read || `Enter an email ${EXAMPLE}.` : true
}

/** What an `href` says, for mail programs. @see https://www.rfc-editor.org/rfc/rfc6068#section-2 */
export const mailtoHref = (email: string): string => {
  const at = email.lastIndexOf('@')
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)].map(encodeURIComponent)
  return `mailto:${local?.replace(/%2B/g, '+')}@${domain}`
}

const asciiDomain = (host: string): string | null => {
  const url = `http://${host}`
  const domain = NO_DOMAIN.test(host) ? '' : (parseUrl(url)?.hostname ?? '')
  return domain.length <= 253 && DOMAIN.test(domain) ? domain : null
}

/** Quotes are part of an email only where it could not be written without them. */
const unquoted = (local: string): string => {
  if (!QUOTED.test(local)) {
    return local
  }
  const content = local.slice(1, -1).replace(/\\(.)/gu, '$1')
  return DOT_ATOM.test(content) ? content : `"${content.replace(/["\\]/g, '\\$&')}"`
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
