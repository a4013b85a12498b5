/** A request for what is done under other rights than the user's. */
import type { PayloadRequest } from 'payload'

/**
 * The same transaction, language and headers, but no user and no data loader: what is read with it
 * never reaches the queries of the request itself.
 */
export const withFreshRequest = (req: PayloadRequest): PayloadRequest => {
  const { payloadDataLoader: _, ...rest } = req
  return { ...rest, context: {}, payloadAPI: 'local', user: null } as unknown as PayloadRequest
}
