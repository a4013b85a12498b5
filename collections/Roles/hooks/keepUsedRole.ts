// A role that somebody holds stays: without it he would hold nothing, and nobody would know why.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'

export const keepUsedRole: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'memberships',
    req,
    where: { customRole: { equals: id } },
  })
  if (totalDocs > 0) {
    throw new APIError(
      `${totalDocs} ${totalDocs === 1 ? 'person has' : 'people have'} this role. Give them another one first.`,
      409,
      { code: 'role_in_use' },
      true,
    )
  }
}
