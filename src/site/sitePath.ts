/** What a path below a site may look like before anything is asked of the database. */
import { decodeSegments } from '../http/urlPath.ts'

/**
 * The decoded segments, or null for a path that nothing can live at: an encoding that is malformed, or a character that
 * no slug has. Slugs hold letters, digits and hyphens, so a percent sign that is left after
 * decoding cannot be one, and decoding again changes nothing.
 */
export const segmentsOf = (pathname: string): string[] | null => {
  const segments = decodeSegments(pathname)
  return segments === null ||
    segments.some((segment) => /[\u0000-\u001f\u007f%/\\?#]/.test(segment))
    ? null
    : segments
}

/** What a form is posted to. Everything else is only read. */
export const takesForms = ([first, second, third, ...rest]: string[]): boolean =>
  (first === 'work' && third === 'unlock' && rest.length === 0) ||
  (first === 'contact' && second === 'send' && third === undefined)
