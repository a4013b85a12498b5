// Of several documents that were to be deleted, which something points at. Payload's answer about many has only
// their sentences.
import type { PayloadRequest } from 'payload'
import type { Referrers } from './findReferrers.ts'

const KEY = 'stillReferenced'

export const noteRefusal = ({
  found,
  id,
  req,
}: {
  found: Referrers
  id: string
  req: PayloadRequest
}): void => {
  req.context[KEY] = { ...refusalsIn(req), [id]: found }
}

/** By the id of what was to be deleted. */
export const refusalsIn = (req: PayloadRequest): Readonly<Record<string, Referrers>> =>
  (req.context[KEY] as Record<string, Referrers> | undefined) ?? {}
