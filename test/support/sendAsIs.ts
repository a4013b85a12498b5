// Requests as no well-behaved client would send them: nothing is put right, and no redirect is followed.
import { request, type IncomingHttpHeaders } from 'node:http'

export type OddRequest = {
  body: string | undefined
  headers: Record<string, string>
  method: string
  /** Already escaped, or not. */
  path: string
}

export type OddAnswer = {
  headers: IncomingHttpHeaders
  /** 0 when the connection was closed before there was an answer. */
  status: number
  text: string
}

export const sendAsIs = (url: string, { body, headers, method, path }: OddRequest) => {
  const { hostname, port } = new URL(url)
  return new Promise<OddAnswer>((resolve, reject) => {
    const sending = request(
      {
        headers: {
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
        hostname,
        method,
        path,
        port,
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () =>
          resolve({ headers: response.headers, status: response.statusCode ?? 0, text }),
        )
      },
    )
    // A body that is refused may meet a connection that is closed already.
    sending.on('error', (err: NodeJS.ErrnoException) =>
      ['ECONNRESET', 'EPIPE'].includes(err.code ?? '')
        ? resolve({ headers: {}, status: 0, text: '' })
        : reject(err),
    )
    sending.end(body)
  })
}
