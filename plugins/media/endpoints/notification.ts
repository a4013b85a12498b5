// POST /notifications: a store says that something is done. Believed only when its signature is right,
// and only once: an older one than the last that counted is answered and forgotten.
import type { CollectionSlug, Endpoint } from 'payload'
import { assetOf, collectionOfId, tenantOfId, type FileDocument } from '../asset.ts'
import { driverNamed } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { updateAsset } from '../queries/updateAsset.ts'
import { answering } from './answering.ts'

export type Notification = {
  publicId: string
  /** Unix seconds, as signed. */
  timestamp: number
}

/** @returns `null` for what is not signed, too old or no notification. */
export type ReadNotification = (args: {
  rawBody: string
  headers: Headers
}) => Promise<Notification | null>

export const notificationEndpoint = (options: MediaOptions, read: ReadNotification): Endpoint => ({
  method: 'post',
  path: '/notifications',
  handler: answering(async (req) => {
    const rawBody = (await req.text?.()) ?? ''
    const notification = await read({ headers: req.headers, rawBody })
    if (!notification) {
      throw mediaProblem(
        'notification_refused',
        'This notification is not signed with a key that is known here, or is too old.',
      )
    }
    const { publicId, timestamp } = notification
    const collection = collectionOfId(publicId)
    const tenant = tenantOfId(publicId)
    if (tenant === null || !(collection in options.collections)) {
      return Response.json({ received: true })
    }
    const doc = await options.asServer(tenant, () =>
      req.payload.db.findOne<FileDocument>({
        collection: collection as CollectionSlug,
        req,
        where: { 'asset.publicId': { equals: publicId } },
      }),
    )
    const asset = assetOf(doc)
    if (!doc || !asset || (asset.notifiedAt ?? 0) >= timestamp) {
      return Response.json({ received: true })
    }
    // The notification says that there is news; what is new, the store is asked.
    const found = await driverNamed(options, asset.driver).find(asset)
    if (found) {
      const { duration, hasStream = false, problem = null, status } = found
      await updateAsset({
        asset: {
          status,
          problem,
          hasStream,
          notifiedAt: timestamp,
          ...(duration ? { duration } : {}),
        },
        collection,
        id: doc.id,
        of: asset,
        options,
        req,
        tenant,
      })
    }
    return Response.json({ received: true })
  }),
})
