// Keeps an answer back until it is whole, so that its status can still be decided, and stops keeping
// it once it is too large.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)

/** Smaller ones gain nothing. */
const LEAST_COMPRESSED_BYTES = 1_400

type HeldAnswer = {
  /** Resolves once the answer is whole or the caller has gone. */
  ended: Promise<void>
  hasOverflowed: () => boolean
  /** Gives the response back untouched: neither header nor byte of the answer is sent. */
  drop: () => void
  /** @param status Instead of the answer's own. */
  send: (status?: number) => Promise<void>
}

export const holdAnswer = ({
  incoming,
  most,
  res,
}: {
  incoming: IncomingMessage
  /** Bytes, before they are compressed. */
  most: number
  res: ServerResponse
}): HeldAnswer => {
  const accepted = String(incoming.headers['accept-encoding'] ?? '')
  // What is counted is not to be compressed already.
  delete incoming.headers['accept-encoding']
  const real = {
    end: res.end.bind(res),
    flushHeaders: res.flushHeaders.bind(res),
    write: res.write.bind(res),
    writeHead: res.writeHead.bind(res),
  }
  const before = res.getHeaders()
  const parts: Buffer[] = []
  let bytes = 0
  let resolve: () => void = () => undefined
  const ended = new Promise<void>((done) => (resolve = done))
  res.once('close', resolve)

  const keep = (chunk: unknown): void => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
      return
    }
    const part = Buffer.from(chunk)
    bytes += part.byteLength
    if (bytes <= most) {
      parts.push(part)
    } else {
      parts.length = 0
    }
  }
  const callbackOf = (args: unknown[]): (() => void) | undefined =>
    args.find((arg): arg is () => void => typeof arg === 'function')

  res.flushHeaders = () => undefined
  res.writeHead = (status: number, ...rest: unknown[]) => {
    res.statusCode = status
    const headers = rest.find((one) => typeof one === 'object' && one !== null)
    for (const [name, value] of Object.entries((headers ?? {}) as Record<string, string>)) {
      res.setHeader(name, value)
    }
    return res
  }
  res.write = ((...args: unknown[]) => {
    keep(args[0])
    const callback = callbackOf(args)
    if (callback) {
      process.nextTick(callback)
    }
    return true
  }) as ServerResponse['write']
  res.end = ((...args: unknown[]) => {
    keep(args[0])
    const callback = callbackOf(args)
    if (callback) {
      process.nextTick(callback)
    }
    resolve()
    return res
  }) as ServerResponse['end']

  const restore = (): void => {
    Object.assign(res, real)
  }
  return {
    ended,
    hasOverflowed: () => bytes > most,
    drop: () => {
      restore()
      for (const name of res.getHeaderNames()) {
        res.removeHeader(name)
      }
      for (const [name, value] of Object.entries(before)) {
        res.setHeader(name, value!)
      }
    },
    send: async (status) => {
      restore()
      const body = Buffer.concat(parts)
      const isCompressed = /\bgzip\b/.test(accepted) && bytes > LEAST_COMPRESSED_BYTES
      const sent = isCompressed ? await compress(body) : body
      if (res.destroyed) {
        return
      }
      res.removeHeader('transfer-encoding')
      res.setHeader('cache-control', 'private, no-store')
      res.setHeader('content-length', sent.byteLength)
      if (isCompressed) {
        res.setHeader('content-encoding', 'gzip')
        res.appendHeader('vary', 'accept-encoding')
      }
      res.writeHead(status ?? res.statusCode)
      res.end(sent)
    },
  }
}
