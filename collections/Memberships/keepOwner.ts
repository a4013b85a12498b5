// A tenant keeps an owner, also when several of them go at the same moment. The database says the same: see
// access/sqlGuards.ts.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type PayloadRequest } from 'payload'
import { OWNERS_LOCK } from '../../access/sqlGuards.ts'
import { sqlIn } from '../shared/sqlIn.ts'
import { countOtherOwners } from './queries/countOtherOwners.ts'

/**
 * Before an active owner leaves, is suspended or gets another role, within the transaction of `req`. Others of
 * the same tenant wait until it ends.
 *
 * @param id The membership.
 * @throws 403 `last_owner`.
 */
export const keepOwner = async ({
  id,
  req,
  tenant,
}: {
  id: string
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const going = await goingIn(req)
  going.add(id)
  await sqlIn(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${OWNERS_LOCK} || ${tenant}::uuid::text, 0))`,
  )
  if ((await countOtherOwners({ ids: [...going], req, tenant })) === 0) {
    going.delete(id)
    throw new APIError(
      'A tenant needs an owner. Make somebody else an owner first.',
      403,
      { code: 'last_owner' },
      true,
    )
  }
}

/** What each open transaction lets go: Payload asks for all documents of a bulk change before it writes one. */
const goingByTransaction = new WeakMap<object, Set<string>>()

type Adapter = { sessions: Record<string, object | undefined> }

const goingIn = async ({ payload, transactionID }: PayloadRequest): Promise<Set<string>> => {
  const transaction = (payload.db as unknown as Adapter).sessions[String(await transactionID)]
  const going = (transaction && goingByTransaction.get(transaction)) ?? new Set<string>()
  if (transaction) {
    goingByTransaction.set(transaction, going)
  }
  return going
}
