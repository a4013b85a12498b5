// A study that does not name its client does not lead to the client either: outside its tenant,
// nobody's answer carries a testimonial, a related study, a link or a logo of that client.
import type { CollectionAfterReadHook, PayloadRequest } from 'payload'
import { can, principalOf } from '../../../access/principal.ts'
import { findHidden, type HiddenOfStudy } from '../queries/findHidden.ts'
import { mentionedIn, withoutHidden } from '../withoutHidden.ts'

type Study = { id?: string; tenant?: unknown }

export const withholdClient: CollectionAfterReadHook = async ({ doc, overrideAccess, req }) => {
  const study = doc as Study
  const principal = principalOf(req.user)
  const isMember = (tenant: unknown) => can(principal, 'case-studies.readInternal', tenant)
  // Trusted reads go on to write or to present; src/site/data/getStudy.ts asks the same question.
  if (overrideAccess || isMember(study.tenant) || mentionedIn(study).isEmpty) {
    return doc
  }
  const hidden = await hiddenOf({ req, study })
  return hidden.tenant !== null && isMember(hidden.tenant) ? doc : withoutHidden(study, hidden)
}

type Batch = { studies: Study[]; found: ReturnType<typeof findHidden> }

const batches = new WeakMap<PayloadRequest, Batch>()

/** A list is read in one go: all that ask within one turn of the event loop share the queries. */
const hiddenOf = async ({
  req,
  study,
}: {
  req: PayloadRequest
  study: Study
}): Promise<HiddenOfStudy> => {
  const batch = batches.get(req) ?? startBatch(req)
  batch.studies.push(study)
  return (await batch.found)(study.id)
}

const startBatch = (req: PayloadRequest): Batch => {
  const studies: Study[] = []
  const found = new Promise((resolve) => setImmediate(resolve)).then(() => {
    batches.delete(req)
    return findHidden({ payload: req.payload, req, studies })
  })
  const batch = { studies, found }
  batches.set(req, batch)
  return batch
}
