// What stands between Node and the application: what either refuses before there is a request for the
// application to answer is a problem like every other.
import { randomUUID } from 'node:crypto'
import { maxHeaderSize, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ALIVE } from './health.ts'
import { presentProblem, problem, rawProblem, sendProblem, toProblem } from './problem.ts'
import type { ProblemCode } from './problemCodes.ts'

type Listener = ReturnType<typeof getRequestListener>

/** The application as a listener of Node's server. */
export const requestListener = (fetch: Parameters<typeof getRequestListener>[0]): Listener =>
  getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: (err) => {
      const isOfRequest = err instanceof Error && err.name === 'RequestError'
      if (!isOfRequest) {
        console.error(err)
      }
      return presentProblem({
        problem: isOfRequest
          ? problem({ code: 'bad_request', detail: 'The URL or the Host header is malformed.' })
          : toProblem(err),
        requestId: randomUUID(),
      })
    },
  })

/** Answers before the application is there: the process lives, whatever it still has to do. */
export const startingListener: Listener = async (req, res) => {
  if (req.url === '/healthz' && (req.method === 'GET' || req.method === 'HEAD')) {
    res.setHeader('content-type', 'application/json')
    res.setHeader('cache-control', 'no-store')
    res.end(JSON.stringify(ALIVE))
    return
  }
  sendProblem({
    accept: req.headers.accept,
    isHead: req.method === 'HEAD',
    problem: problem({ code: 'starting', detail: 'Try again in a few seconds.', retryAfter: 3 }),
    requestId: randomUUID(),
    res: res as Parameters<typeof sendProblem>[0]['res'],
  })
}

const TOO_MUCH_BEFORE_THE_BODY = `The URL and the headers have at most ${maxHeaderSize / 1024} kB together. Send a long query as a form, with X-HTTP-Method-Override: GET.`

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/**
 * Answers bytes that are no HTTP request, as Node does without a body.
 *
 * @see https://nodejs.org/api/http.html#event-clienterror
 */
export const answerClientErrors = (server: Server): void => {
  server.on('clientError', (err: NodeJS.ErrnoException, socket: Socket) => {
    if (err.code === 'ECONNRESET' || !socket.writable || socket.bytesWritten > 0) {
      socket.destroy()
      return
    }
    socket.end(
      rawProblem({
        problem: problem(
          err.code === 'HPE_HEADER_OVERFLOW'
            ? { code: 'headers_too_large', detail: TOO_MUCH_BEFORE_THE_BODY }
            : { code: CODES[err.code ?? ''] ?? 'bad_request' },
        ),
        requestId: randomUUID(),
      }),
    )
  })
}
