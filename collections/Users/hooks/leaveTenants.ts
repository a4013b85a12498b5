// A user's memberships, keys and open changes go with them; the database could not keep them without
// a user.
import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeDeleteHook } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { sqlIn } from '../../shared/sqlIn.ts'

export const leaveTenants: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'memberships',
    req,
    where: { user: { equals: id } },
  })
  await withCapability('recoverAccount', '*', async () => {
    await sqlIn(req, sql`delete from public.api_keys where user_id = ${id}::uuid`)
    await sqlIn(req, sql`delete from public.email_changes where user_id = ${id}::uuid`)
  })
}
