// One membership per user and tenant, said as a sentence before the database's index says it.
import { ValidationError, type CollectionBeforeValidateHook } from 'payload'

export const uniqueMembership: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data?.tenant || !data.user) {
    return data
  }
  const existing = await req.payload.db.findOne({
    collection: 'memberships',
    req,
    where: { and: [{ tenant: { equals: data.tenant } }, { user: { equals: data.user } }] },
  })
  if (existing) {
    throw new ValidationError({
      collection: 'memberships',
      errors: [
        {
          path: 'user',
          message: 'This person is a member already. Change that membership instead.',
        },
      ],
    })
  }
  return data
}
