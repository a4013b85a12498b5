// What the person who invited may do now, read as that person.
import type { Payload } from 'payload'
import { asPrincipal } from '../../../access/claims.ts'
import { ANONYMOUS, principalOf, type Principal } from '../../../access/principal.ts'
import { findReach } from '../../Users/queries/findReach.ts'

export const findInviter = async ({
  payload,
  userId,
}: {
  payload: Payload
  userId: string | null
}): Promise<Principal> => {
  if (userId === null) {
    return ANONYMOUS
  }
  return asPrincipal({ ...ANONYMOUS, userId }, async () => {
    const user = await payload.db.findOne<{ id: string; operator?: boolean }>({
      collection: 'users',
      where: { id: { equals: userId } },
    })
    return user
      ? principalOf({
          id: user.id,
          operator: user.operator,
          tenants: await findReach({ payload, userId }),
        })
      : ANONYMOUS
  })
}
