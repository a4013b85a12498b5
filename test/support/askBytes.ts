// A request that names its host and its headers itself, and its answer byte by byte: nothing is decoded, added or
// followed.
import { request, type Agent, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type BytesAnswer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

export type BytesRequest = {
  host: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

export const askBytes = ({
  agent,
  body,
  headers = {},
  host,
  method = 'GET',
  path,
  url,
}: BytesRequest & {
  /** Where the server listens. */
  url: string
  agent?: Agent
}): Promise<BytesAnswer> => {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asking = request(
      { ...(agent ? { agent } : {}), hostname, port, path, method, headers: { host, ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes: Buffer.concat(chunks),
          }),
        )
        response.on('error', reject)
      },
    )
    asking.on('error', reject)
    asking.end(body)
  })
}

/** What a reader sees of it. */
export const decoded = ({ bytes, headers }: BytesAnswer): Buffer => {
  switch (headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(bytes)
    case 'gzip':
      return gunzipSync(bytes)
    default:
      return bytes
  }
}
