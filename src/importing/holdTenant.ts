// One import into a tenant at a time, in all processes: two would each make what the other is about to make.
import { refusal } from '../../plugins/importer/error-codes.ts'
import type { HoldTenant } from '../../plugins/importer/options.ts'
import { endLeases, leaseKey } from '../jobs/queries/leaseKey.ts'

/** Longer than any document may keep its process from renewing it. */
const LEASE_SECONDS = 90

const RENEW_EVERY_MS = 20_000

/** @throws `ALREADY_RUNNING` */
export const holdTenant: HoldTenant = async ({ holder, payload, tenantId }) => {
  const lease = { holder, key: `import:${tenantId}`, payload }
  const take = (): Promise<boolean> => leaseKey({ ...lease, seconds: LEASE_SECONDS })
  if (!(await take())) {
    throw refusal({ code: 'ALREADY_RUNNING' })
  }
  const renewing = setInterval(() => {
    // An outage is told by the import's own statements.
    take().catch(() => undefined)
  }, RENEW_EVERY_MS)
  return async () => {
    clearInterval(renewing)
    await endLeases({ holder, payload })
  }
}
