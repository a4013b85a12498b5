// Payload's REST API, served by the server itself and not through Next.
import type { Context } from 'hono'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { withCapability } from '../../access/claims.ts'

export const restHandler =
  ({ config }: { config: Promise<SanitizedConfig> }) =>
  async (c: Context): Promise<Response> => {
    const answer = () => handleEndpoints({ config, request: plainRequest(c.req.raw) })
    // Whoever holds the name of a file that something published shows may fetch it.
    return FILE.test(c.req.path) ? withCapability('readSharedFile', '*', answer) : answer()
  }

const FILE = /^\/api\/(media|documents)\/file\//

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
