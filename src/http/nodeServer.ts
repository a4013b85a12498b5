// Node's server, with an end to everything that a client may leave unfinished.
import { createServer, type RequestListener, type Server } from 'node:http'
import { answerClientErrors } from './listener.ts'
import { requestMs, UPLOAD_MS } from './patience.ts'

/**
 * A connection on which no whole header arrives in time is answered with 408 and closed, whether or not it sent any of
 * one. Bodies have a time of their own, where they are read; see `readBytes.ts` and `movingBody.ts`. Node's five
 * minutes for all of a request would end an upload that goes on.
 */
export const nodeServer = (listener: RequestListener): Server => {
  const longest = requestMs()
  const server = createServer(
    {
      connectionsCheckingInterval: Math.ceil(longest / 3),
      headersTimeout: longest,
      requestTimeout: UPLOAD_MS,
    },
    listener,
  )
  answerClientErrors(server)
  return server
}
