/** What a path below a site may look like before anything is asked of the database. */
import { decodeSegments } from '../http/urlPath.ts'

/** Names inside Next's tree that only we use. */
const INTERNAL = new Set(['unlocked', 'missing', 'refused', 'moved'])

/**
 * The decoded segments, or null for a path that nothing can live at: an encoding that is malformed, a character that no
 * slug has, or one of our own names. Slugs hold letters, digits and hyphens, so a percent sign that is left after
 * decoding cannot be one, and decoding again changes nothing.
 */
export const segmentsOf = (pathname: string): string[] | null => {
  const segments = decodeSegments(pathname)
  return segments === null ||
    segments.some((segment) => /[\u0000-\u001f\u007f%/\\?#]/.test(segment)) ||
    INTERNAL.has(segments[0] ?? '')
    ? null
    : segments
}

/**
 * The slug in a parameter of a route. Next hands it over encoded or decoded, depending on the route; of a path that
 * `segmentsOf` let through, decoding gives the same either way.
 */
export const slugOf = (parameter: string): string =>
  decodeSegments(`/${parameter}`)?.[0] ?? parameter

/** Without the parameters by which Next's client and its router speak to each other. */
export const publicQuery = (search: string): string => {
  if (!/[?&](_rsc|nxt|__next)/i.test(search)) {
    return search
  }
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => !/^(_rsc|nxt[a-z]|__next)/i.test(pair))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

/** The same for headers: on a tenant's site there is no router that would send them. */
export const isNextHeader = (name: string): boolean =>
  /^(rsc|next-.*|x-nextjs-.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-route-matches)$/.test(
    name,
  )

/** The slug of a study's page, or null for another path. */
export const studySlugOf = ([first, slug, ...rest]: string[]): string | null =>
  first === 'work' && slug && rest.every((segment) => segment === '') ? slug : null

/** What a form is posted to. Everything else is only read. */
export const takesForms = ([first, second, third, ...rest]: string[]): boolean =>
  (first === 'work' && third === 'unlock' && rest.length === 0) ||
  (first === 'contact' && second === 'send' && third === undefined)
