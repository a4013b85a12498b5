// Headers that every response carries.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** Next's hot reload evaluates code, and its overlay brings scripts of its own. */
const isDev = process.env.NODE_ENV === 'development'

/** What runs and who frames, for documents and data alike. @see https://www.w3.org/TR/CSP3/ */
const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

const page = ({ framedBy, scripts }: { framedBy: "'none'" | "'self'"; scripts: string }): string =>
  policy({
    'script-src': isDev ? "'self' 'unsafe-inline' 'unsafe-eval'" : scripts,
    // Films are put together in a worker that hls.js writes itself.
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': framedBy,
  })

const DATA_POLICY = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})

/** Pages that Next makes for each request: it gives their scripts the nonce of this policy. */
export const isMadeAnew = (path: string): boolean => /^\/(admin|preview)(\/|$)/.test(path)

/**
 * The policy of an answer by the path that was asked for.
 *
 * - Data runs nothing and is framed by nobody.
 * - The admin is framed by nobody, so that no page of a tenant can lay something over it. It frames
 *   the preview, from the same host.
 * - A site runs our own script files; `policyForSite` adds what else is in a page.
 *
 * @param nonce Base64, for one answer only.
 */
export const policyFor = ({ nonce, path }: { nonce: string; path: string }): string => {
  if (/^\/(api|media|healthz|readyz)(\/|$)/.test(path)) {
    return DATA_POLICY
  }
  return page({
    framedBy: /^\/preview(\/|$)/.test(path) ? "'self'" : "'none'",
    scripts: isMadeAnew(path) ? `'self' 'nonce-${nonce}'` : "'self'",
  })
}

/** What Next has to know to give its scripts a nonce; nothing for pages that it keeps. */
export const policyForNext = ({ nonce, path }: { nonce: string; path: string }) =>
  isMadeAnew(path) && !isDev ? policyFor({ nonce, path }) : undefined

/**
 * The policy of a page of a site: our one script file, its own rules, what it shows and the frames that embed
 * blocks open. Nothing that stands in it is run.
 *
 * @param styles What stands in its style elements, whole.
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
export const policyForSite = ({ styles }: { styles: readonly string[] }): string =>
  policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src-elem': ["'self'", ...styles.map(hashSource)].join(' '),
    // Measures and colours of single elements: what is in them comes from our presenters.
    'style-src-attr': "'unsafe-inline'",
    // Files lie here or at a store, and a frame may be any that an editor embedded.
    'img-src': "'self' data: https:",
    'media-src': "'self' blob: https:",
    'font-src': "'self'",
    'connect-src': "'self' https:",
    'frame-src': 'https:',
    // Films are put together in a worker that hls.js writes itself.
    'worker-src': "'self' blob:",
    'base-uri': "'self'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  })

const hashSource = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** @see https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html */
export const setSecurityHeaders = ({
  isHttps,
  nonce,
  path,
  res,
}: {
  isHttps: boolean
  nonce: string
  path: string
  res: ServerResponse
}): void => {
  res.setHeader('Content-Security-Policy', policyFor({ nonce, path }))
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
  res.setHeader(
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  )
  res.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  if (isHttps) {
    res.setHeader('Strict-Transport-Security', 'max-age=31536000')
  }
}
