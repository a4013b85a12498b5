/**
 * How long an answer of a site may be kept, and by whom: one policy, whatever the method and whether the page is sent
 * or only said to be unchanged.
 */
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { firstExpiry } from './expiry.ts'

/**
 * Next lets shared caches keep a page for a year; ours is refreshed by notices that a CDN does not hear, so it is asked
 * for again after a minute.
 */
export const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=86400'

/** No shared cache keeps a page whose files are not public, nor the form that stands where the study is once opened. */
const PRIVATE = 'private, no-cache'

/**
 * The `Cache-Control` of an answer with status 200.
 *
 * @param given What Next or the route said.
 * @param html The page, when it is one.
 */
export const cachingOf = ({ given, html }: { given: string; html: string | null }): string => {
  const isForSome =
    html !== null && (firstExpiry(html) !== null || html.includes('class="password-form"'))
  if (isForSome) {
    return given.includes('no-store') ? given : PRIVATE
  }
  return given.includes('s-maxage') ? SHARED : given || 'no-cache'
}

/**
 * Of the content, whatever encoding it is sent in; hence weak. None for what only some may see: who asks whether it is
 * still the same has to get it anew, with its addresses.
 */
export const etagOf = ({ body, caching }: { body: Buffer; caching: string }): string | null =>
  /private|no-store/.test(caching)
    ? null
    : `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match */
export const isUnchanged = ({
  etag,
  headers,
}: {
  etag: string | null
  headers: IncomingHttpHeaders
}): boolean => {
  const asked = headers['if-none-match']
  if (etag === null || asked === undefined) {
    return false
  }
  const weak = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((tag) => weak(tag) === weak(etag))
}
