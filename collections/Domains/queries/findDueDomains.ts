// The domains whose record is to be looked for again, the longest unlooked-at first.
import type { Payload, Where } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import type { Domain } from '../../../payload-types.ts'

/** A verified domain is looked at once a day; one whose record is gone every hour. */
const USUAL_MS = 24 * 60 * 60 * 1000
const MISSING_MS = 60 * 60 * 1000

export type DueDomain = Pick<Domain, 'id' | 'host' | 'checkedAt'> & {
  tenant: string
  token: string
}

export const findDueDomains = async ({
  limit,
  now,
  payload,
}: {
  limit: number
  now: Date
  payload: Payload
}): Promise<DueDomain[]> => {
  const before = (milliseconds: number): Where => ({
    or: [
      { checkedAt: { less_than: new Date(now.getTime() - milliseconds).toISOString() } },
      { checkedAt: { exists: false } },
    ],
  })
  const { docs } = await withCapability('routeHosts', '*', () =>
    payload.db.find<DueDomain>({
      collection: 'domains',
      limit,
      pagination: false,
      sort: 'checkedAt',
      where: {
        and: [
          // Those that were served before there were records have none to look for.
          { token: { exists: true } },
          {
            or: [
              {
                and: [
                  { status: { equals: 'verified' } },
                  { missingSince: { exists: false } },
                  before(USUAL_MS),
                ],
              },
              // Those that are no longer served as well: their record may be back.
              { and: [{ missingSince: { exists: true } }, before(MISSING_MS)] },
            ],
          },
        ],
      },
    }),
  )
  return docs
}
