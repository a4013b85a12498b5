// Cancelling a scheduled publish takes the right to schedule that document. Payload's own handler
// deletes the job by its id alone, whoever asks.
import { Forbidden, type CollectionBeforeDeleteHook, type CollectionSlug } from 'payload'
import { canInTenant } from '../../access/compile.ts'
import { principalOf } from '../../access/principal.ts'
import { rules, type TenantCollection } from '../../access/rules.ts'

type Job = { id: string; input?: { doc?: { relationTo?: string; value?: unknown } } }

export const guardJobDeletion: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!req.user) {
    // The queue itself, clearing what it has done.
    return
  }
  const job = await req.payload.db.findOne<Job>({
    collection: 'payload-jobs',
    req,
    where: { id: { equals: id } },
  })
  const target = job?.input?.doc
  const isOurs = target?.relationTo !== undefined && target.relationTo in rules
  const document = isOurs
    ? await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
        collection: target.relationTo as CollectionSlug,
        req,
        where: { id: { equals: target.value } },
      })
    : null
  const mayCancel =
    document !== null &&
    canInTenant({
      principal: principalOf(req.user),
      collection: target?.relationTo as TenantCollection,
      action: 'schedule',
      tenant: document.tenant,
    })
  if (!mayCancel) {
    throw new Forbidden(req.t)
  }
}
