// A tenant has one set of site settings. The database says so too; this says it as a sentence.
import { APIError, type CollectionBeforeValidateHook } from 'payload'

export const onePerTenant: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data?.tenant) {
    return data
  }
  const existing = await req.payload.db.findOne({
    collection: 'site-settings',
    req,
    where: { tenant: { equals: data.tenant } },
  })
  if (existing) {
    throw new APIError(
      'This tenant has its site settings already. Change those instead.',
      409,
      {
        code: 'settings_exist',
      },
      true,
    )
  }
  return data
}
