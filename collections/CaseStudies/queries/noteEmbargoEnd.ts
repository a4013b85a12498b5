// The next moment at which a study appears by itself: what is made for readers ends there. Which studies wait for
// theirs is told to nobody.
import type { Payload, Where } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { conditions } from '../../../access/conditions.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { noteUntil, unnoted } from '../../../plugins/publication/index.ts'
import { LAST_MOMENT } from '../../shared/changes/tagsOfChange.ts'

type Args = {
  payload: Payload
  tenant: string
  /** Of the study under this slug, listed or not; otherwise of all that are listed. */
  slug?: string
}

/**
 * Notes when the next embargo ends, for whatever is being made. To be asked before the studies are read: one that ends
 * in between counts.
 */
export const noteEmbargoEnd = async (args: Args): Promise<void> => {
  const end = await findEmbargoEnd(args)
  if (end !== null) {
    noteUntil(end)
  }
}

/** @returns milliseconds since 1970; `null` when no embargo is to end. */
export const findEmbargoEnd = async ({ payload, slug, tenant }: Args): Promise<number | null> => {
  // As visitors will see them once no embargo is left.
  const after = { now: LAST_MOMENT, principal: ANONYMOUS }
  const isVisible: Where =
    slug === undefined
      ? conditions.publicStudy.where(after)
      : {
          and: [
            { slug: { equals: slug } },
            { or: [conditions.publicStudy.where(after), conditions.sharedByLink.where(after)] },
          ],
        }
  const { docs } = await unnoted(() =>
    withCapability('foreseeEmbargo', tenant, () =>
      payload.db.find<{ id: string; embargoUntil?: string | null }>({
        collection: 'case-studies',
        limit: 1,
        pagination: false,
        select: { embargoUntil: true },
        sort: 'embargoUntil',
        where: {
          and: [
            { tenant: { equals: tenant } },
            { embargoUntil: { greater_than: new Date().toISOString() } },
            isVisible,
          ],
        },
      }),
    ),
  )
  const [next] = docs
  return next?.embargoUntil ? new Date(next.embargoUntil).getTime() : null
}
