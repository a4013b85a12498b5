// How many files are kept in an account.
import type { PayloadRequest } from 'payload'

/** @param account As {@link accountKey} writes it. */
export const countFiles = async ({
  account,
  req,
}: {
  account: string
  req: PayloadRequest
}): Promise<number> => {
  let files = 0
  for (const collection of ['media', 'documents'] as const) {
    const { totalDocs } = await req.payload.db.count({
      collection,
      req,
      where: { 'asset.account': { equals: account } },
    })
    files += totalDocs
  }
  return files
}
