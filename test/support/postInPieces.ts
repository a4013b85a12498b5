// A POST without a length, sent piece by piece for as long as the server takes it.
import { Agent, request } from 'node:http'

export type PiecesAnswer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/**
 * @param pieces May have no end.
 * @returns once the connection is over. It rejects when that happens before an answer.
 */
export const postInPieces = ({
  headers = {},
  path,
  pieces,
  url,
}: {
  /** Where the server listens. */
  url: string
  path: string
  headers?: Record<string, string>
  pieces: Iterable<Uint8Array | string>
}): Promise<PiecesAnswer> => {
  const { hostname, port } = new URL(url)
  // As browsers do: without it Node's server closes the connection at once, and the answer may be lost with it.
  const agent = new Agent({ keepAlive: true })
  return new Promise((resolve, reject) => {
    let answer: PiecesAnswer | undefined
    const posting = request({ agent, headers, hostname, method: 'POST', path, port })
    posting.on('response', (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('error', reject)
      response.on('end', () => {
        answer = { status: response.statusCode ?? 0, headers: response.headers, body }
      })
    })
    // A server that has answered may close the connection under what is still being sent.
    posting.on('error', (err) => (answer ? undefined : reject(err)))
    posting.on('close', () => {
      agent.destroy()
      return answer ? resolve(answer) : reject(new Error('There was no answer.'))
    })
    const left = pieces[Symbol.iterator]()
    const send = (): void => {
      while (!posting.destroyed) {
        const { done, value } = left.next()
        if (done) {
          posting.end()
          return
        }
        if (!posting.write(value)) {
          // Client and server share a thread: with a pause, an answer is read before the next write fails.
          posting.once('drain', () => setTimeout(send, 1))
          return
        }
      }
    }
    send()
  })
}

/** The same piece again and again. */
export function* endless(piece: Uint8Array | string): Generator<Uint8Array | string> {
  for (;;) {
    yield piece
  }
}
