/** What is refused before a site is asked for anything. */
import type { MiddlewareHandler } from 'hono'
import { problem } from '../http/problem.ts'
import { missing, refuse } from './answers.tsx'
import type { SiteEnv } from './request.ts'
import { segmentsOf, takesForms } from './sitePath.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']

/** A path that no page, form or redirect can have, and methods that this one does not take. */
export const limitRequests: MiddlewareHandler<SiteEnv> = async (c, next) => {
  const segments = segmentsOf(c.env.path)
  if (segments === null) {
    return missing(c)
  }
  const allow = takesForms(segments) ? [...READS, 'POST'] : READS
  const { method } = c.req
  if (method === 'OPTIONS') {
    // https://www.rfc-editor.org/rfc/rfc9110#name-options
    return new Response(null, { status: 204, headers: { allow: allow.join(', ') } })
  }
  return allow.includes(method) ? next() : refuse(c, problem({ code: 'method_not_allowed', allow }))
}
