/** Keeps an answer of Next until it is whole, so that its status, headers and body can still be decided. */
import type { ServerResponse } from 'node:http'

export type Held = { status: number; body: Buffer }

/**
 * @param res Nothing of it reaches the client until `finish` has been called.
 * @param finish Gets the whole answer; the headers are on `res`, whose own methods work again.
 */
export const holdResponse = ({
  finish,
  res,
}: {
  res: ServerResponse
  finish: (held: Held) => Promise<void>
}): void => {
  const real = {
    writeHead: res.writeHead.bind(res),
    write: res.write.bind(res),
    end: res.end.bind(res),
    flushHeaders: res.flushHeaders.bind(res),
  }
  const parts: Buffer[] = []
  let isDone = false
  res.writeHead = (status: number, ...rest: unknown[]) => {
    res.statusCode = status
    for (const [name, value] of headersIn(rest)) {
      res.setHeader(name, value)
    }
    return res
  }
  res.flushHeaders = () => undefined
  res.write = ((...args: unknown[]) => {
    keep({ parts, args })
    callbackIn(args)?.()
    return true
  }) as ServerResponse['write']
  res.end = ((...args: unknown[]) => {
    if (!isDone) {
      isDone = true
      keep({ parts, args })
      Object.assign(res, real)
      const callback = callbackIn(args)
      if (callback) {
        res.once('finish', callback)
      }
      void finish({ status: res.statusCode, body: Buffer.concat(parts) })
    }
    return res
  }) as ServerResponse['end']
}

const keep = ({ args: [chunk, encoding], parts }: { parts: Buffer[]; args: unknown[] }): void => {
  if (typeof chunk === 'string') {
    parts.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as 'utf8') : 'utf8'))
  } else if (chunk instanceof Uint8Array) {
    parts.push(Buffer.from(chunk))
  }
}

const callbackIn = (args: unknown[]): (() => void) | undefined =>
  args.find((one): one is () => void => typeof one === 'function')

/** `writeHead(status, [statusText], [headers])`; headers as an object or as a flat list. */
const headersIn = (rest: unknown[]): [string, string | string[]][] => {
  const given = rest.find((one) => typeof one === 'object' && one !== null)
  if (Array.isArray(given)) {
    return given.flatMap((name, at) =>
      at % 2 === 0 ? [[String(name), String(given[at + 1])] as [string, string]] : [],
    )
  }
  return Object.entries((given ?? {}) as Record<string, string | string[]>)
}
