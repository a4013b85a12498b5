// Headers that every response carries.
import type { ServerResponse } from 'node:http'

/** The live preview frames our own pages; nobody else may. */
const CONTENT_SECURITY_POLICY = "base-uri 'self'; object-src 'none'; frame-ancestors 'self'"

/** @see https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html */
export const setSecurityHeaders = ({
  isHttps,
  res,
}: {
  isHttps: boolean
  res: ServerResponse
}): void => {
  res.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY)
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
