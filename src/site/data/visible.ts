/** What a visitor may see of the studies: the rules of the table, for reads that do not go through them. */
import type { Where } from 'payload'
import { conditions } from '../../../access/conditions.ts'
import { ANONYMOUS } from '../../../access/principal.ts'

/** `public` studies appear in lists; `unlisted` and `password` ones answer at their own address; `private` never. */
export type StudyVisibility = 'public' | 'unlisted' | 'password'

export const visibleStudies = ({
  tenantId,
  visibility,
  now = new Date(),
}: {
  tenantId: string
  visibility: StudyVisibility[]
  now?: Date
}): Where => {
  const context = { now, principal: ANONYMOUS }
  return {
    and: [
      { tenant: { equals: tenantId } },
      { visibility: { in: visibility } },
      { or: [conditions.publicStudy.where(context), conditions.sharedByLink.where(context)] },
    ],
  }
}
