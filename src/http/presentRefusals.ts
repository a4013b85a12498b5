// What Next refuses by itself on the platform's own pages: an asset that is not there, a method, a path
// that it cannot read. Pages for people and what its own client reads pass; the rest is a problem as
// everywhere else. Nothing of it is kept by a cache.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hadOutage } from '../../plugins/row-level-security/index.ts'
import { problemOfStatus, sendProblem } from './problem.ts'

/** Watches a response; one that succeeds streams through untouched. */
export const presentRefusals = ({
  req,
  res,
}: {
  req: IncomingMessage
  res: ServerResponse
}): void => {
  const writeHead = res.writeHead.bind(res)
  const write = res.write.bind(res)
  const end = res.end.bind(res)
  const isHead = req.method === 'HEAD'
  const accept = req.headers.accept
  const isOfClient = req.headers.rsc !== undefined || req.headers['next-action'] !== undefined
  let isReplaced: boolean | undefined
  const decide = (): boolean => {
    if (isReplaced !== undefined) {
      return isReplaced
    }
    if (hadOutage() && res.statusCode >= 300) {
      // Such as the way to the door, for somebody who is signed in.
      return (isReplaced = !res.headersSent)
    }
    if (res.statusCode < 400) {
      return (isReplaced = false)
    }
    if (!res.headersSent) {
      res.setHeader('cache-control', 'no-store')
      res.removeHeader('etag')
    }
    const isPage =
      /^text\/html/.test(String(res.getHeader('content-type') ?? '')) &&
      /text\/html|\*\/\*|^$/.test(accept ?? '')
    return (isReplaced = !res.headersSent && !isPage && !isOfClient)
  }
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    res.statusCode = args[0]
    return decide() ? res : writeHead(...args)
  }) as typeof writeHead
  res.write = ((...args: Parameters<typeof write>) =>
    decide() ? true : write(...args)) as typeof write
  res.end = ((...args: Parameters<typeof end>) => {
    if (!decide()) {
      return end(...args)
    }
    Object.assign(res, { end, write, writeHead })
    const status = hadOutage() ? 503 : res.statusCode
    for (const name of [
      'location',
      'content-encoding',
      'content-length',
      'etag',
      'transfer-encoding',
    ]) {
      res.removeHeader(name)
    }
    sendProblem({ accept, isHead, problem: problemOfStatus(status), res })
    return res
  }) as typeof end
}
