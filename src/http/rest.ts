// Payload's REST API, served by the server itself and not through Next.
import type { Context } from 'hono'
import { handleEndpoints, type SanitizedConfig } from 'payload'

export const restHandler =
  ({ config }: { config: Promise<SanitizedConfig> }) =>
  async (c: Context): Promise<Response> =>
    handleEndpoints({ config, request: plainRequest(c.req.raw) })

/** Payload defines properties on its request, which Hono's lightweight one does not allow. */
export const plainRequest = (request: Request): Request => {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(hasBody ? { body: request.body, duplex: 'half' } : {}),
  })
}
