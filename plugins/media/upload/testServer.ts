// A server that takes uploads and misbehaves as a test asks for: the endpoints of ours, and a store
// that takes files directly.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Misbehaviour =
  /** Answers with this status, and this body as JSON. */
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** Takes the request, then hangs up without an answer. */
  | 'hang-up'
  /** Does what was asked, then hangs up before the answer. */
  | 'lose-answer'
  /** Keeps only the first half of the bytes, then hangs up. */
  | 'half'

export type TestServer = {
  origin: string
  /** `METHOD /path`, in order. */
  requests: string[]
  /** Headers of the same requests. */
  headers: IncomingMessage['headers'][]
  /** What has arrived. */
  stored: () => Buffer
  /** The next requests whose `METHOD /path` begins so behave like this, one after the other. */
  misbehave: (begins: string, ...how: Misbehaviour[]) => void
  bodies: Record<string, unknown>
  poster: () => Buffer | null
  wasAbandoned: () => boolean
  close: () => Promise<void>
}

export const startTestServer = async ({
  chunkSize,
  kind,
}: {
  kind: 'direct' | 'server'
  chunkSize: number | null
}): Promise<TestServer> => {
  let stored = Buffer.alloc(0)
  let poster: Buffer | null = null
  let wasAbandoned = false
  const requests: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const bodies: Record<string, unknown> = {}
  const plans: { begins: string; how: Misbehaviour[] }[] = []

  const take = (request: string): Misbehaviour | undefined =>
    plans.find(({ begins, how }) => request.startsWith(begins) && how.length > 0)?.how.shift()

  const obey = (request: string, incoming: IncomingMessage, body: Buffer): [number, unknown] => {
    if (request === 'POST /api/media/uploads') {
      bodies[request] = JSON.parse(body.toString())
      return [
        201,
        {
          ticket: 'ticket-1',
          kind,
          url: kind === 'direct' ? `${origin()}/store` : '/api/media/uploads/bytes',
          fields: { api_key: 'k', public_id: 'root/a/media/1' },
          chunkSize,
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
          maxBytes: 1_000_000,
        },
      ]
    }
    if (request === 'PUT /api/media/uploads/bytes') {
      const start = Number(/^bytes (\d+)-/.exec(String(incoming.headers['content-range']))?.[1])
      if (start !== stored.byteLength) {
        return [409, { errors: [{ message: 'Not there.' }] }]
      }
      stored = Buffer.concat([stored, body])
      return [200, { received: stored.byteLength }]
    }
    if (request === 'GET /api/media/uploads/bytes') {
      return [200, { received: stored.byteLength }]
    }
    if (request === 'POST /store') {
      stored = Buffer.concat([stored, fileIn(body)])
      return [200, { public_id: 'root/a/media/1', bytes: stored.byteLength }]
    }
    if (request === 'PUT /api/media/uploads/poster') {
      poster = body
      return [200, {}]
    }
    if (request === 'POST /api/media/uploads/complete') {
      bodies[request] = JSON.parse(body.toString())
      return [
        200,
        {
          file: {
            filename: 'a.jpg',
            mimeType: 'image/jpeg',
            size: stored.byteLength,
            clientUploadContext: { signedReceipt: 'receipt' },
          },
          preview: null,
          duplicates: [],
        },
      ]
    }
    if (request === 'DELETE /api/media/uploads') {
      wasAbandoned = true
      return [200, {}]
    }
    return [404, null]
  }

  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const body = Buffer.concat(parts)
      const request = `${incoming.method} ${incoming.url}`
      requests.push(request)
      headers.push(incoming.headers)
      const plan = take(request)
      if (typeof plan === 'object') {
        answer(response, plan.status, plan.body ?? null, plan.headers)
      } else if (plan === 'hang-up') {
        incoming.socket.destroy()
      } else if (plan === 'half') {
        stored = Buffer.concat([stored, body.subarray(0, Math.floor(body.byteLength / 2))])
        incoming.socket.destroy()
      } else {
        const [status, result] = obey(request, incoming, body)
        if (plan === 'lose-answer') {
          incoming.socket.destroy()
        } else {
          answer(response, status, result)
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin: origin(),
    requests,
    headers,
    bodies,
    stored: () => stored,
    poster: () => poster,
    wasAbandoned: () => wasAbandoned,
    misbehave: (begins, ...how) => plans.push({ begins, how }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const answer = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** The bytes of the part named `file` of a multipart body. */
const fileIn = (body: Buffer): Buffer => {
  const text = body.toString('latin1')
  const head = /name="file"; filename="file"\r\n(?:[^\r]+\r\n)*\r\n/.exec(text)
  const start = head!.index + head![0].length
  const boundary = /^--[^\r]+/.exec(text)![0]
  return body.subarray(start, text.indexOf(`\r\n${boundary}`, start))
}
