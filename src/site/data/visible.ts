/** What a visitor may see of the studies, said in one place. */
import type { Where } from 'payload'

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
}): Where => ({
  and: [
    { tenant: { equals: tenantId } },
    { _status: { equals: 'published' } },
    { visibility: { in: visibility } },
    {
      or: [
        { embargoUntil: { exists: false } },
        { embargoUntil: { less_than_equal: now.toISOString() } },
      ],
    },
  ],
})
