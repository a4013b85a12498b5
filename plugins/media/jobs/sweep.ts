// Files at a store that no document holds: uploads that were given up, requests that failed after
// their file had been stored.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { collectionOfId } from '../asset.ts'
import type { ListedAsset, MediaDriver } from '../driver.ts'
import type { MediaOptions } from '../options.ts'

const AT_ONCE = 200

/**
 * @param olderThan Younger files may belong to a document that is about to be made.
 * @returns how many were removed.
 */
export const sweep = async ({
  accounts = [null],
  olderThan,
  options,
  req,
}: {
  accounts?: readonly (string | null)[]
  olderThan: Date
  options: MediaOptions
  req: PayloadRequest
}): Promise<number> => {
  let removed = 0
  const all = [...accounts, ...((await options.accounts?.({ req })) ?? [])]
  for (const driver of options.drivers) {
    for (const account of driver.hasAccounts ? all : [null]) {
      try {
        removed += await sweepStore({ account, driver, olderThan, options, req })
      } catch (err) {
        req.payload.logger.warn({ msg: `Files at “${driver.name}” could not be swept.`, err })
      }
    }
  }
  return removed
}

const sweepStore = async ({
  account,
  driver,
  olderThan,
  options,
  req,
}: {
  account: string | null
  driver: MediaDriver
  olderThan: Date
  options: MediaOptions
  req: PayloadRequest
}): Promise<number> => {
  const orphans: ListedAsset[] = []
  let seen = 0
  let batch: ListedAsset[] = []
  const look = async () => {
    const held = await heldOf({
      driver: driver.name,
      ids: batch.map(({ publicId }) => publicId),
      options,
      req,
    })
    orphans.push(...batch.filter(({ publicId }) => !held.has(publicId)))
    batch = []
  }
  for await (const asset of driver.list({ account, prefix: `${options.root}/` })) {
    seen += 1
    if (asset.createdAt < olderThan && collectionOfId(asset.publicId) in options.collections) {
      batch.push(asset)
    }
    if (batch.length >= AT_ONCE) {
      await look()
    }
  }
  await look()
  // A database that knows nothing of what is there is more likely the wrong one than an empty one.
  if (orphans.length > MOST_WITHOUT_DOUBT && orphans.length > seen / 2) {
    req.payload.logger.error({
      msg: `${orphans.length} of ${seen} files at “${driver.name}” belong to no document of this database. Nothing was removed: does another installation use the same store? Give each its own MEDIA_ROOT.`,
    })
    return 0
  }
  for (const { deliveryType, publicId, resourceType } of orphans) {
    await driver.remove({
      account,
      deliveryType,
      driver: driver.name,
      format: /\.(\w+)$/.exec(publicId)?.[1] ?? '',
      publicId,
      resourceType,
      version: 1,
    })
  }
  return orphans.length
}

const MOST_WITHOUT_DOUBT = 20

const heldOf = async ({
  driver,
  ids,
  options,
  req,
}: {
  driver: string
  ids: string[]
  options: MediaOptions
  req: PayloadRequest
}): Promise<Set<string>> => {
  const held = new Set<string>()
  for (const collection of ids.length === 0 ? [] : Object.keys(options.collections)) {
    const { docs } = await options.asServer('*', () =>
      req.payload.db.find<{ asset?: { publicId?: string } }>({
        collection: collection as CollectionSlug,
        limit: 0,
        pagination: false,
        req,
        where: {
          and: [{ 'asset.publicId': { in: ids } }, { 'asset.driver': { equals: driver } }],
        },
      }),
    )
    docs.forEach(({ asset }) => held.add(asset?.publicId ?? ''))
  }
  return held
}
