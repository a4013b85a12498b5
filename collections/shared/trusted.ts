// Tells the seed, the migrations and Vitrine's own jobs from anything that a request can reach.
import type { PayloadRequest } from 'payload'

/** Local API calls without a user come from our own code; REST and GraphQL never look like this. */
export const isTrusted = (req: PayloadRequest): boolean => !req.user && req.payloadAPI === 'local'
