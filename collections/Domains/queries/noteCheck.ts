// Writes down what DNS said of a domain, under the one capability that may.
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import type { Domain } from '../../../payload-types.ts'

export type Check = Pick<Domain, 'checkedAt'> &
  Partial<Pick<Domain, 'missingSince' | 'status' | 'verifiedAt'>>

/** @throws what the database says when `status` becomes `verified` and another row has the host. */
export const noteCheck = async ({
  check,
  id,
  req,
  tenant,
}: {
  check: Check
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  await withCapability('proveDomain', tenant, () =>
    req.payload.db.updateOne({
      collection: 'domains',
      data: { ...check, updatedAt: check.checkedAt },
      id,
      req,
    }),
  )
}
