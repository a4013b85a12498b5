// Tells what the admin's own forms send from what a program does. Both come as JSON once the request is read.
import type { PayloadRequest } from 'payload'

/** Set by src/http/rest.ts on a form. Whoever sets it otherwise is only answered like one. */
export const FORM_HEADER = 'x-vitrine-form'

export const isForm = (req: PayloadRequest): boolean =>
  req.payloadAPI === 'REST' && req.headers.has(FORM_HEADER)
