// An account that still holds files stays, or they would be out of reach.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { accountKey } from '../accountKey.ts'

export const keepUsedAccount: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = await req.payload.db.findOne<{ id: string; cloudName: string; tenant: unknown }>({
    collection: 'storage-accounts',
    req,
    where: { id: { equals: id } },
  })
  for (const collection of account ? (['media', 'documents'] as const) : []) {
    const { totalDocs } = await req.payload.db.count({
      collection,
      req,
      where: { 'asset.account': { equals: accountKey(account!) } },
    })
    if (totalDocs > 0) {
      throw new APIError(
        `${totalDocs} files are kept in this account. Whoever runs Vitrine can move them first: npm run media:move.`,
        409,
        { code: 'account_in_use' },
        true,
      )
    }
  }
}
