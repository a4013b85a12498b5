/**
 * Finishes what Next made of a site's page. A page that is not there gets the tenant's redirect or the tenant's own 404
 * page (Next's answer to `notFound()` has the status but, without JavaScript, an empty body), a page that has nothing to
 * run is sent without scripts, and how long anything may be kept is decided here for GET, HEAD and 304 alike.
 */
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { withQuery } from '../../collections/Redirects/withQuery.ts'
import { hadOutage } from '../../plugins/row-level-security/index.ts'
import { policyForSite } from '../http/securityHeaders.ts'
import { problem, PROBLEM_TYPE, problemOfStatus, sendProblem } from '../http/problem.ts'
import { cachingOf, etagOf, isUnchanged } from './caching.ts'
import { compress } from './compress.ts'
import { isExpiring } from './expiry.ts'
import { fetchInternal } from './fetchInternal.ts'
import type { Held } from './holdResponse.ts'
import { withoutScripts } from './withoutScripts.ts'

/** In development the scripts bring the hot reload. */
const isProduction = process.env.NODE_ENV === 'production'

export type Asked = {
  res: ServerResponse
  /** The site in Next's internal tree. */
  root: string
  /** Below the tenant and the language. */
  pathname: string
  /** The query of the visitor, from the question mark on. */
  search: string
  isHead: boolean
  /** The request's `Accept`. */
  accept: string
  /** The request's `Accept-Encoding`. */
  encodings: string
  /** As the caller sent them. */
  headers: IncomingHttpHeaders
}

export const finishAnswer = async ({
  held,
  isStudy,
  ...asked
}: Asked & { held: Held; isStudy: boolean }): Promise<void> => {
  const { res } = asked
  for (const name of res.getHeaderNames()) {
    if (NOT_FOR_VISITORS.test(name)) {
      res.removeHeader(name)
    }
  }
  const { body, status } = held
  if (status !== 200 && hadOutage()) {
    return refuse({ asked, body, status: 503 })
  }
  const isInternal = INTERNAL.test(String(res.getHeader('location') ?? ''))
  if (status === 404 || isInternal) {
    return answerMissing(asked)
  }
  if (status >= 400) {
    return refuse({ asked, body, status })
  }
  if (status !== 200) {
    return send({ ...asked, body, status })
  }
  const html = isHtml(res)
    ? await freshPage({ ...asked, html: body.toString('utf8'), isStudy })
    : null
  const caching = cachingOf({ given: String(res.getHeader('cache-control') ?? ''), html })
  const content = html === null ? body : lean(html)
  const etag = etagOf({ body: content, caching })
  res.setHeader('cache-control', caching)
  if (etag) {
    res.setHeader('etag', etag)
  }
  return isUnchanged({ etag, headers: asked.headers })
    ? notModified(res)
    : send({ ...asked, body: content, status })
}

/** The tenant's redirect, or the tenant's own 404 page, or for programs a problem. */
export const answerMissing = async (asked: Asked): Promise<void> => {
  const { accept, isHead, pathname, res, root, search } = asked
  for (const name of ['content-length', 'content-type', 'etag', 'location']) {
    res.removeHeader(name)
  }
  const missing = { accept, isHead, problem: problem({ code: 'not_found' }), res }
  try {
    const moved = await fetchInternal(`${root}/moved?path=${encodeURIComponent(pathname)}`)
    const location = moved.headers.get('location')
    if (location) {
      res.statusCode = moved.status === 302 ? 302 : 301
      res.setHeader('location', withQuery(location, search))
      res.setHeader('cache-control', 'no-store')
      res.end()
      return
    }
    const page = await fetchInternal(`${root}/missing`)
    const html = lean(await page.text()).toString('utf8')
    sendProblem({ ...missing, ...(page.ok ? { page: html } : {}) })
  } catch {
    sendProblem(missing)
  }
}

/** Pages that say what was refused, such as the password form, stay pages; problems stay problems. */
const refuse = ({
  asked,
  body,
  status,
}: {
  asked: Asked
  body: Buffer
  status: number
}): Promise<void> | void => {
  const { accept, isHead, res } = asked
  const type = String(res.getHeader('content-type') ?? '')
  const isOurs = type.startsWith(PROBLEM_TYPE) || (isHtml(res) && status < 500)
  if (isOurs) {
    res.setHeader('cache-control', 'no-store')
    return send({ ...asked, body: isHtml(res) ? lean(body.toString('utf8')) : body, status })
  }
  for (const name of ['content-length', 'content-type', 'etag']) {
    res.removeHeader(name)
  }
  sendProblem({ accept, isHead, problem: problemOfStatus(status), res })
}

/** Next redirects to a path as it would write it, in its own tree. */
const INTERNAL = /^(https?:\/\/[^/]*)?\/+sites\//i

/** Of Next and its router, and of the admin, which asks browsers for their colour scheme. */
const NOT_FOR_VISITORS =
  /^(x-nextjs-.*|x-matched-path|etag|vary|content-encoding|content-length|transfer-encoding|accept-ch|critical-ch)$/

/** A study whose files' addresses are about to end is asked for again where nothing is kept. */
const freshPage = async ({
  html,
  isStudy,
  pathname,
  root,
}: Pick<Asked, 'pathname' | 'root'> & { html: string; isStudy: boolean }): Promise<string> => {
  if (!isStudy || !isExpiring(html)) {
    return html
  }
  try {
    const page = await fetchInternal(`${root}/unlocked${pathname.replace(/\/+$/, '')}`)
    return page.ok ? await page.text() : html
  } catch {
    // An old page is better than none.
    return html
  }
}

const lean = (html: string): Buffer =>
  Buffer.from(isProduction ? withoutScripts(html) : html, 'utf8')

const notModified = (res: ServerResponse): void => {
  res.removeHeader('content-type')
  res.setHeader('vary', 'Accept-Encoding')
  res.statusCode = 304
  res.end()
}

const send = ({
  body,
  encodings,
  isHead,
  res,
  status,
}: Pick<Asked, 'encodings' | 'isHead' | 'res'> & {
  body: Buffer
  status: number
}): void => {
  if (isHtml(res)) {
    res.setHeader('content-security-policy', policyForSite(body.toString('utf8')))
  }
  const isText = TEXT.test(String(res.getHeader('content-type') ?? ''))
  const sent = isText ? compress({ text: body, accepted: encodings }) : { body, encoding: null }
  if (isText) {
    res.setHeader('vary', 'Accept-Encoding')
  }
  if (sent.encoding) {
    res.setHeader('content-encoding', sent.encoding)
  }
  res.setHeader('content-length', sent.body.length)
  res.statusCode = status
  res.end(isHead ? undefined : sent.body)
}

const TEXT = /^(text\/|application\/(javascript|json|problem\+json|xml|rss\+xml))/

const isHtml = (res: ServerResponse): boolean =>
  String(res.getHeader('content-type') ?? '').startsWith('text/html')
