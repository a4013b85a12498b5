// A user's memberships, keys and open changes go with them; the database could not keep them without
// a user. The last owner of a tenant stays.
import { sql } from '@payloadcms/db-postgres'
import type { CollectionBeforeDeleteHook } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { keepOwner } from '../../Memberships/keepOwner.ts'
import { sqlIn } from '../../shared/sqlIn.ts'

type Membership = { id: string; role: string; status: string; tenant_id: string }

export const leaveTenants: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const memberships = await sqlIn<Membership>(
    req,
    sql`select id, role, status, tenant_id from public.memberships
         where user_id = ${id}::uuid order by tenant_id for update`,
  )
  for (const { id: membership, role, status, tenant_id: tenant } of memberships) {
    if (role === 'owner' && status === 'active') {
      await keepOwner({ id: membership, req, tenant })
    }
  }
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
