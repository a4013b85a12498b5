// Whom it concerns that something did not go online or offline: who planned it, and who could do it by hand.
import type { Payload } from 'payload'
import { asPrincipal, withCapability } from '../../../access/claims.ts'
import { ANONYMOUS, can, principalOf } from '../../../access/principal.ts'
import type { Permission } from '../../../access/permissions.ts'
import { findReach } from '../../../collections/Users/queries/findReach.ts'

/** Roles that may publish; what is in a custom role is looked at. */
const ROLES = ['editor', 'admin', 'owner', 'custom']

/** @returns the emails of those who may still read it, the planner's first, each once. */
export const findPublishers = async ({
  collection,
  payload,
  planner,
  tenant,
}: {
  collection: string
  payload: Payload
  planner: string | undefined
  tenant: string
}): Promise<string[]> => {
  const { docs } = await withCapability('tellOfFailure', tenant, () =>
    payload.db.find<{ user: string }>({
      collection: 'memberships',
      limit: 0,
      pagination: false,
      where: {
        and: [
          { tenant: { equals: tenant } },
          { role: { in: ROLES } },
          { status: { equals: 'active' } },
        ],
      },
    }),
  )
  const found: (string | null)[] = [
    ...(planner
      ? [
          await emailOf({
            payload,
            permission: 'readInternal',
            collection,
            tenant,
            userId: planner,
          }),
        ]
      : []),
  ]
  for (const { user: userId } of docs) {
    found.push(await emailOf({ payload, permission: 'publish', collection, tenant, userId }))
  }
  return [...new Set(found.filter((email) => email !== null))]
}

/** Each is read as their own person, since nobody else need know their email. */
const emailOf = ({
  collection,
  payload,
  permission,
  tenant,
  userId,
}: {
  collection: string
  payload: Payload
  permission: 'publish' | 'readInternal'
  tenant: string
  userId: string
}): Promise<string | null> =>
  asPrincipal({ ...ANONYMOUS, userId }, async () => {
    const user = await payload.db.findOne<{ id: string; email: string; operator?: boolean }>({
      collection: 'users',
      where: { id: { equals: userId } },
    })
    const tenants = await findReach({ payload, userId })
    const principal = principalOf(user && { ...user, tenants })
    return user && can(principal, `${collection}.${permission}` as Permission, tenant)
      ? user.email
      : null
  })
