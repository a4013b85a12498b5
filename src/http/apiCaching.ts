// What caches may make of the API's answers.
import type { MiddlewareHandler } from 'hono'

/** What makes a caller somebody. */
const CREDENTIALS = ['authorization', 'cookie'] as const

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Nobody keeps what was answered to somebody, and no shared cache gives one caller's answer to another.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9111#name-storing-responses-in-caches
 */
export const keepFromCaches: MiddlewareHandler = async (c, next) => {
  await next()
  // Read afterwards: a cookie that another origin sent along has been taken away by then.
  const isSomebodys = CREDENTIALS.some((name) => c.req.raw.headers.has(name))
  if (isSomebodys) {
    c.header('cache-control', 'private, no-store')
  } else if (c.res.status >= 400 || !READS.has(c.req.method)) {
    c.header('cache-control', 'no-store')
  }
  c.header('vary', 'Authorization, Cookie', { append: true })
}
