// Headers that say how a file may be used, whatever it is.
import type { Grant } from '../../media/signature.ts'
import type { MediaProblem } from '../problem.ts'

const YEAR = 31_536_000

/** Nothing runs, nothing loads. For everything that is no picture and no film. */
export const SANDBOX = "default-src 'none'; sandbox"

/**
 * @param seconds Of a public file; a year by default, since an address never changes its content.
 */
export const baseHeaders = ({
  grant,
  seconds = YEAR,
}: {
  grant: Grant | null
  seconds?: number
}): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  // The address is the key, cookies are not looked at: any page that knows it may read, as it may show.
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'accept-ranges, content-length, content-range, etag, x-media-error',
  ...(grant === null
    ? {
        'cache-control':
          seconds === YEAR ? `public, max-age=${YEAR}, immutable` : `public, max-age=${seconds}`,
        'cross-origin-resource-policy': 'cross-origin',
      }
    : {
        'cache-control': `private, max-age=${Math.max(0, Math.min(seconds, secondsLeft(grant)))}`,
      }),
})

/** What a refusal says in headers, for whoever sees only a broken picture, whatever its body. */
export const problemHeaders = ({
  headers,
  message,
  retryAfter,
}: MediaProblem): Record<string, string> => ({
  ...headers,
  'x-media-error': message.replace(/[^ -~]/g, '?'),
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-media-error',
  'content-security-policy': SANDBOX,
  'cache-control': 'no-store',
  ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
})

/** @see https://www.rfc-editor.org/rfc/rfc6266 */
export const attachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`

const secondsLeft = ({ expires }: Grant): number => Math.floor(expires - Date.now() / 1000)
