// Once the row is written, and in its transaction: the bytes go to their store, what they replace is
// queued for removal, and the store is told how widely the file is shown.
import type {
  AfterErrorHook,
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  PayloadRequest,
} from 'payload'
import { assetOf, tenantIn, type AssetFields, type FileDocument } from '../asset.ts'
import { driverNamed, findDriver } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { asProblem } from '../problems.ts'
import { forgetDone } from '../uploads/arrivals.ts'
import { arrivalName } from '../uploads/ticket.ts'
import { isReferenced } from '../queries/isReferenced.ts'
import { contextOf } from './context.ts'

export const storeFile =
  (options: MediaOptions): CollectionAfterChangeHook<FileDocument> =>
  async ({ collection, doc, previousDoc, req }) => {
    const asset = assetOf(doc)
    const tenant = tenantIn(doc)
    if (!asset || tenant === null) {
      return doc
    }
    await storeWaiting({ asset, options, req, tenant })
    const before = assetOf(previousDoc)
    if (before && before.publicId !== asset.publicId) {
      await queueRemoval({ asset: before, options, req })
    }
    const isNew = before?.publicId !== asset.publicId
    if (isNew) {
      await forgetDone({ folder: options.tempFolder, name: arrivalName({ ...asset, tenant }) })
    }
    if (isNew && asset.status === 'processing') {
      await options.queue({
        req,
        task: 'processFile',
        input: { collection: collection.slug, id: doc.id, tenant },
      })
    }
    if (isDelivered(asset) !== (doc.exposure === 'public')) {
      await queueDelivery({ collection: collection.slug, id: doc.id, options, req, tenant })
    }
    return doc
  }

export const isDelivered = ({ deliveryType }: Pick<AssetFields, 'deliveryType'>): boolean =>
  deliveryType === 'upload'

const storeWaiting = async ({
  asset,
  options,
  req,
  tenant,
}: {
  asset: AssetFields
  options: MediaOptions
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const context = contextOf(req)
  const waiting = context.waiting.get(asset.publicId)
  if (!waiting) {
    return
  }
  context.waiting.delete(asset.publicId)
  context.stored.push(asset)
  try {
    await driverNamed(options, asset.driver).store({
      ...asset,
      displayName: waiting.displayName,
      folder: waiting.folder,
      mimeType: waiting.identity.mimeType,
      source: waiting.source,
      tags: [...waiting.tags],
      tenant,
    })
  } catch (err) {
    throw asProblem(err)
  } finally {
    await waiting.cleanUp()
  }
}

export const queueRemoval = async ({
  asset,
  options,
  req,
}: {
  asset: AssetFields
  options: MediaOptions
  req: PayloadRequest
}): Promise<void> => {
  const { account, deliveryType, driver, format, publicId, resourceType, version } = asset
  const ref = { account, deliveryType, driver, format, publicId, resourceType, version }
  await options.queue({ req, task: 'removeFile', input: { ref: JSON.stringify(ref) } })
}

/** Makes the store show the file as widely as the document says. */
export const queueDelivery = ({
  collection,
  id,
  options,
  req,
  tenant,
}: {
  collection: string
  id: string
  options: MediaOptions
  req: PayloadRequest
  tenant: string
}): Promise<void> => options.queue({ req, task: 'deliverFile', input: { collection, id, tenant } })

/** After the row is gone, its file goes: by a job, since a store may be out of reach for a while. */
export const forgetFile =
  (options: MediaOptions): CollectionAfterDeleteHook<FileDocument> =>
  async ({ doc, req }) => {
    const asset = assetOf(doc)
    if (asset) {
      await queueRemoval({ asset, options, req })
    }
    return doc
  }

/** What a failed request has stored goes at once; whatever else is left, the sweep finds. */
export const undoStored =
  (options: MediaOptions): AfterErrorHook =>
  async ({ collection, req }) => {
    const context = contextOf(req)
    for (const { cleanUp } of context.waiting.values()) {
      await cleanUp()
    }
    context.waiting.clear()
    for (const ref of context.stored.splice(0)) {
      // An earlier operation of the same request may have succeeded.
      const isKept = await isReferenced({ collection: collection?.slug ?? '', options, ref, req })
      if (!isKept) {
        await findDriver(options, ref.driver)
          ?.remove(ref)
          .catch((err: unknown) =>
            req.payload.logger.warn({ msg: 'What a failed upload left will be swept.', err }),
          )
      }
    }
  }
