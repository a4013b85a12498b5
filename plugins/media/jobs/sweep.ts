// Files at a store that no document holds: uploads that were given up, requests that failed after
// their file had been stored.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { collectionOfId } from '../asset.ts'
import type { ListedAsset, MediaDriver } from '../driver.ts'
import type { MediaOptions } from '../options.ts'
import { isReferenced } from '../queries/isReferenced.ts'

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
  let kept = 0
  let batch: ListedAsset[] = []
  const look = async () => {
    const held = await heldOf({
      driver: driver.name,
      ids: batch.map(({ publicId }) => publicId),
      options,
      req,
    })
    kept += held.size
    orphans.push(...batch.filter(({ publicId }) => !held.has(publicId)))
    batch = []
  }
  for await (const asset of driver.list({ account, prefix: `${options.root}/` })) {
    if (asset.createdAt < olderThan && collectionOfId(asset.publicId) in options.collections) {
      batch.push(asset)
    }
    if (batch.length >= AT_ONCE) {
      await look()
    }
  }
  await look()
  // A database that knows none of what is there is more likely the wrong one than an empty one. That
  // there are many orphans beside what it knows is no doubt: somebody could make many to stop the sweep.
  if (orphans.length > MOST_WITHOUT_DOUBT && kept === 0) {
    req.payload.logger.error({
      msg: `None of ${orphans.length} files at “${driver.name}” belongs to a document of this database. Nothing was removed: does another installation use the same store? Give each its own MEDIA_ROOT.`,
    })
    return 0
  }
  let removed = 0
  for (const { deliveryType, publicId, resourceType } of orphans) {
    const ref = {
      account,
      deliveryType,
      driver: driver.name,
      format: /\.(\w+)$/.exec(publicId)?.[1] ?? '',
      publicId,
      resourceType,
      version: 1,
    }
    // A document may have been made since it was listed.
    if (!(await isReferenced({ options, ref, req }))) {
      await driver.remove(ref)
      removed += 1
    }
  }
  return removed
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
