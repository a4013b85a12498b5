// What the plugin itself finds out about a file later on: where it is shown, whether it can be streamed.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { AssetFields } from '../asset.ts'
import type { MediaOptions } from '../options.ts'

/**
 * @param of The file that something was found out about: a document may have another one by now.
 * @returns whether a document still holds it.
 */
export const updateAsset = async ({
  asset,
  collection,
  data = {},
  id,
  of,
  options,
  req,
  tenant,
}: {
  asset: Partial<AssetFields>
  collection: string
  /** Other fields that follow. */
  data?: Record<string, unknown>
  id: string
  of: Pick<AssetFields, 'publicId'>
  options: MediaOptions
  req: PayloadRequest
  tenant: string
}): Promise<boolean> =>
  options.asServer(tenant, async () => {
    const { db } = req.payload
    const where: Where = {
      and: [{ id: { equals: id } }, { 'asset.publicId': { equals: of.publicId } }],
    }
    const current = await db.findOne<{ id: string; asset?: Partial<AssetFields> }>({
      collection: collection as CollectionSlug,
      req,
      where,
    })
    // Asked once more by the statement itself: somebody may be replacing the file at this moment.
    const updated: unknown =
      current &&
      (await db.updateOne({
        collection: collection as CollectionSlug,
        data: { ...data, asset: { ...current.asset, ...asset } },
        req,
        select: { id: true } as never,
        where,
      }))
    return Boolean(updated)
  })
