// A page of Next's that has nothing to run, sent without its scripts: the platform's own “not found”,
// which is made at the build, before there is a nonce.
import type { ServerResponse } from 'node:http'
import type { PageHandler } from '../http/app.ts'
import { policyForSite } from '../http/securityHeaders.ts'
import { withoutScripts } from './withoutScripts.ts'

/** In development the scripts bring the hot reload. */
const isDev = process.env.NODE_ENV === 'development'

/** Passes on what is no HTML as it is. */
export const asPlainPage =
  (next: PageHandler): PageHandler =>
  (req, res) => {
    if (isDev) {
      return next(req, res)
    }
    const real = {
      end: res.end.bind(res),
      write: res.write.bind(res),
      writeHead: res.writeHead.bind(res),
    }
    const parts: Buffer[] = []
    const isPage = () => String(res.getHeader('content-type') ?? '').startsWith('text/html')
    const keep = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) {
        parts.push(Buffer.from(chunk as string))
      }
    }
    // What is compressed here could not be read here.
    delete req.headers['accept-encoding']
    res.writeHead = (status: number, ...rest: unknown[]) => {
      res.statusCode = status
      return isPage()
        ? res
        : (real.writeHead as (...args: unknown[]) => ServerResponse)(status, ...rest)
    }
    res.write = ((...args: unknown[]) => {
      if (!isPage()) {
        return (real.write as (...all: unknown[]) => boolean)(...args)
      }
      keep(args[0])
      return true
    }) as ServerResponse['write']
    res.end = ((...args: unknown[]) => {
      if (!isPage()) {
        return (real.end as (...all: unknown[]) => ServerResponse)(...args)
      }
      keep(args[0])
      const html = withoutScripts(Buffer.concat(parts).toString('utf8'))
      Object.assign(res, real)
      for (const name of ['etag', 'transfer-encoding']) {
        res.removeHeader(name)
      }
      res.setHeader('content-security-policy', policyForSite(html))
      res.setHeader('content-length', Buffer.byteLength(html))
      return res.end(req.method === 'HEAD' ? undefined : html)
    }) as ServerResponse['end']
    return next(req, res)
  }
