// An account that still holds files stays, or they would be out of reach.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { accountKey } from '../accountKey.ts'
import { countFiles } from '../queries/countFiles.ts'

export const keepUsedAccount: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const account = await req.payload.db.findOne<{ id: string; cloudName: string; tenant: unknown }>({
    collection: 'storage-accounts',
    req,
    where: { id: { equals: id } },
  })
  const files = account ? await countFiles({ account: accountKey(account), req }) : 0
  if (files > 0) {
    throw new APIError(
      `${files} files are kept in this account. Whoever runs Vitrine can move them first: npm run media:move.`,
      409,
      { code: 'account_in_use' },
      true,
    )
  }
}
