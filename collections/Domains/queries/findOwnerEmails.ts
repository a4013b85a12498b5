// Whom a tenant's mails go to: its active owners.
import type { Payload } from 'payload'
import { asPrincipal, withCapability } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'

export const findOwnerEmails = async ({
  payload,
  tenant,
}: {
  payload: Payload
  tenant: string
}): Promise<string[]> => {
  const { docs } = await withCapability('proveDomain', tenant, () =>
    payload.db.find<{ user: string }>({
      collection: 'memberships',
      limit: 0,
      pagination: false,
      where: {
        and: [
          { tenant: { equals: tenant } },
          { role: { equals: 'owner' } },
          { status: { equals: 'active' } },
        ],
      },
    }),
  )
  // Each address is read as its own person, since nobody else need know it.
  const emails = await Promise.all(
    docs.map(({ user: userId }) =>
      asPrincipal({ ...ANONYMOUS, userId }, () =>
        payload.db.findOne<{ id: string; email: string }>({
          collection: 'users',
          where: { id: { equals: userId } },
        }),
      ),
    ),
  )
  return emails.flatMap((user) => (user ? [user.email] : []))
}
