// Whether a document still holds a file. When in doubt, it does.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { collectionOfId, tenantOfId } from '../asset.ts'
import type { AssetRef } from '../driver.ts'
import type { MediaOptions } from '../options.ts'

export const isReferenced = async ({
  collection,
  options,
  ref: { driver, publicId },
  req,
}: {
  /** Where the id does not say it. */
  collection?: string
  options: MediaOptions
  ref: Pick<AssetRef, 'driver' | 'publicId'>
  req: PayloadRequest
}): Promise<boolean> => {
  const slug = collectionOfId(publicId) || (collection ?? '')
  const tenant = tenantOfId(publicId)
  if (!(slug in options.collections) || tenant === null) {
    return true
  }
  const found = await options.asServer(tenant, () =>
    req.payload.db.findOne<{ id: string }>({
      collection: slug as CollectionSlug,
      // Outside of a transaction that may be over.
      req: { ...req, transactionID: undefined },
      // A file that was moved keeps its id at another store.
      where: {
        and: [{ 'asset.publicId': { equals: publicId } }, { 'asset.driver': { equals: driver } }],
      },
    }),
  )
  return found !== null
}
