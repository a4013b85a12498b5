// A role that somebody holds stays: without it he would hold nothing, and nobody would know why.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'

export const keepUsedRole: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'memberships',
    req,
    where: { customRole: { equals: id } },
  })
  if (totalDocs > 0) {
    refuse(
      `${totalDocs} ${totalDocs === 1 ? 'person has' : 'people have'} this role. Give them another one first.`,
    )
  }
  const invited = await req.payload.db.count({
    collection: 'invitations',
    req,
    where: { and: [{ customRole: { equals: id } }, { status: { equals: 'pending' } }] },
  })
  if (invited.totalDocs > 0) {
    refuse('Somebody was invited to this role and has not answered. Revoke that invitation first.')
  }
}

const refuse = (sentence: string): never => {
  throw new APIError(sentence, 409, { code: 'role_in_use' }, true)
}
