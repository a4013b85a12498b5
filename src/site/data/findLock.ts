/** What opening a protected study needs: its id and the hash of its password, read from the database only. */
import type { Payload } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { visibleStudies } from './visible.ts'

export type Lock = { id: string; hash: string }

export const findLock = async ({
  payload,
  slug,
  tenantId,
}: {
  payload: Payload
  tenantId: string
  slug: string
}): Promise<Lock | null> => {
  const doc = await withCapability('readSharedStudy', tenantId, () =>
    payload.db.findOne<{ id: string; passwordHash?: string | null }>({
      collection: 'case-studies',
      where: {
        and: [visibleStudies({ tenantId, visibility: ['password'] }), { slug: { equals: slug } }],
      },
      select: { passwordHash: true },
    }),
  )
  return doc?.passwordHash ? { id: String(doc.id), hash: doc.passwordHash } : null
}
