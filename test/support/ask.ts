// A request that names its host and its headers itself, which fetch does not allow.
import { request } from 'node:http'

export type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export const ask = ({
  body,
  headers = {},
  host,
  method = 'GET',
  path,
  url,
}: {
  /** Where the server listens. */
  url: string
  path: string
  /** The `Host` that it is asked for. */
  host: string
  method?: string
  headers?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
}): Promise<Answer> => {
  const { hostname, port } = new URL(url)
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        hostname,
        port,
        path,
        method,
        headers: {
          host,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
      },
      (response) => {
        let answer = ''
        response.on('data', (chunk: Buffer) => (answer += chunk.toString()))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
        )
      },
    )
    asking.on('error', reject)
    asking.end(text)
  })
}
