// The first user of an empty installation runs it.
import type { CollectionBeforeChangeHook } from 'payload'

export const firstUserIsOperator: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || data.operator === true) {
    return data
  }
  const { totalDocs } = await req.payload.db.count({ collection: 'users', req })
  return totalDocs === 0 ? { ...data, operator: true } : data
}
