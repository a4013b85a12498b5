// Tokens for addresses that end by themselves, for clouds that have token based authentication.
// https://cloudinary.com/documentation/control_access_to_media#token_based_authentication_premium_feature
import { createHmac } from 'node:crypto'

/**
 * `__cld_token__=…`, to put into a query or a cookie.
 *
 * @param key Hex.
 * @param expires Unix seconds.
 * @param start Unix seconds; from when on.
 * @param acl Paths with `*`, e.g. `/image/authenticated/*`; several are allowed.
 * @param path Of the one address that it is for, when there is no `acl`; signed, not repeated.
 * @param ip The only client that may use it.
 */
export const authToken = ({
  acl,
  expires,
  ip,
  key,
  path,
  start,
}: {
  key: string
  expires: number
  start?: number
  ip?: string
} & ({ acl: string | string[]; path?: undefined } | { path: string; acl?: undefined })): string => {
  const parts = [
    ...(ip === undefined ? [] : [`ip=${ip}`]),
    ...(start === undefined ? [] : [`st=${start}`]),
    `exp=${expires}`,
    ...(acl === undefined ? [] : [`acl=${escapeLower([acl].flat().join('!'))}`]),
  ]
  const signed = acl === undefined ? [...parts, `url=${escapeLower(path)}`] : parts
  const hmac = createHmac('sha256', Buffer.from(key, 'hex')).update(signed.join('~')).digest('hex')
  return `__cld_token__=${[...parts, `hmac=${hmac}`].join('~')}`
}

/** As Akamai, whose tokens these are, escapes: in lower case, and `*` not at all. */
const escapeLower = (text: string): string =>
  text.replace(
    /[ "#%&'/:;<=>?@[\]^`{|}~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toLowerCase()}`,
  )
