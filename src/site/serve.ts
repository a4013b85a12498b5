/**
 * Hands a site's request to Next's internal tree, without anything by which a caller could speak to Next itself, and
 * finishes what Next cannot; see `answer.ts`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem, sendProblem, toProblem } from '../http/problem.ts'
import { currentRequestId } from '../http/requestContext.ts'
import type { SiteRoute } from '../http/sites.ts'
import { answerMissing, finishAnswer, type Asked } from './answer.ts'
import { holdResponse } from './holdResponse.ts'
import type { IsOpened } from './isOpened.ts'
import { isNextHeader, publicQuery, segmentsOf, studySlugOf, takesForms } from './sitePath.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type ServeArgs = {
  next: Handler
  req: IncomingMessage
  res: ServerResponse
  site: SiteRoute
  /** Below the tenant and the language, with its query. */
  path: string
  isOpened: IsOpened
}

const READS = ['GET', 'HEAD']

export const serveSite = async ({
  isOpened,
  next,
  path,
  req,
  res,
  site,
}: ServeArgs): Promise<void> => {
  const [pathname, search] = split(path)
  const asked: Asked = {
    accept: String(req.headers.accept ?? ''),
    encodings: String(req.headers['accept-encoding'] ?? ''),
    headers: { ...req.headers },
    isHead: req.method === 'HEAD',
    pathname,
    res,
    search: publicQuery(search),
    root: `/sites/${site.mode}/${encodeURIComponent(site.tenant)}/${encodeURIComponent(site.locale)}`,
  }
  const segments = segmentsOf(pathname)
  if (segments === null) {
    return answerMissing(asked)
  }
  const allow = takesForms(segments) ? [...READS, 'POST'] : READS
  if (!allow.includes(req.method ?? '')) {
    return sendProblem({
      accept: asked.accept,
      problem: problem({ code: 'method_not_allowed', allow }),
      res,
    })
  }
  const slug = studySlugOf(segments)
  const isForOne =
    slug !== null &&
    (await isOpened({ cookie: req.headers.cookie ?? '', slug, tenantId: site.tenantId }))
  const below = pathname.replace(/\/+$/, '')
  req.url = `${asked.root}${isForOne ? '/unlocked' : ''}${below}${publicQuery(search)}`
  for (const name of Object.keys(req.headers)) {
    if (isNextHeader(name) || OURS_TO_ANSWER.has(name)) {
      delete req.headers[name]
    }
  }
  if (asked.isHead) {
    req.method = 'GET'
  }
  holdResponse({
    res,
    finish: (held) =>
      finishAnswer({ ...asked, held, isStudy: slug !== null }).catch((err: unknown) => {
        console.error('A page could not be sent.', currentRequestId(), err)
        if (res.headersSent) {
          res.destroy()
          return
        }
        sendProblem({ accept: asked.accept, isHead: asked.isHead, problem: toProblem(err), res })
      }),
  })
  return next(req, res)
}

/** Conditions and encodings: Next would answer them for the page as it was before we finished it. */
const OURS_TO_ANSWER = new Set([
  'accept-encoding',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
])

const split = (path: string): [string, string] => {
  const at = path.indexOf('?')
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at)]
}
