// One spelling for each path of a site, so that a redirect is found however its path was typed or sent.
import { parseUrl } from '../shared/parseUrl.ts'

const NOWHERE = 'http://path.invalid'

/** What may not stand plain in a path: it would end it, part it, or be read as an encoding. */
const ENCODED = /[\s%?#/\\\u0000-\u001f\u007f-\u009f]/g

/**
 * Decoded, as people read it, with one slash before each segment and none at the end. Only what a path
 * cannot hold plain stays percent-encoded.
 *
 * @param path Begins with a slash; without query and fragment.
 * @returns `null` for a malformed encoding.
 * @example canonicalPath('/caf%C3%A9//menu/') // '/café/menu'
 */
export const canonicalPath = (path: string): string | null => {
  // Dots first, as browsers resolve them: in `/a//..` they lead back over nothing.
  const url = parseUrl(NOWHERE + path)
  if (!url) {
    return null
  }
  try {
    const segments = url.pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) =>
        decodeURIComponent(segment).normalize('NFC').replace(ENCODED, encodeURIComponent),
      )
    return `/${segments.join('/')}`
  } catch {
    return null
  }
}

/** The path of a URL below a site's root, without its query and fragment. */
export const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? ''
