// A file becomes public with the first thing that shows it, and is taken back with the last.
import type { CollectionSlug, PayloadRequest, TaskConfig } from 'payload'
import { assetOf, tenantIn, type FileDocument } from '../asset.ts'
import { findDriver } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { updateAsset } from '../queries/updateAsset.ts'
import type { FileInput } from './input.ts'
import { RETRIES } from './retries.ts'

export const deliverFile = (
  options: MediaOptions,
): TaskConfig<{ input: FileInput; output: object }> => ({
  slug: 'deliverFile',
  label: 'Show a file as widely as what uses it',
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'tenant', type: 'text', required: true },
  ],
  retries: RETRIES,
  handler: async ({ input, req }) => {
    const { collection, id, tenant } = input
    const doc = await options.asServer(tenant, () =>
      req.payload.db.findOne<FileDocument>({
        collection: collection as CollectionSlug,
        req,
        where: { and: [{ id: { equals: id } }, { tenant: { equals: tenant } }] },
      }),
    )
    if (doc) {
      await deliver({ collection, doc, options, req })
    }
    return { output: {} }
  },
})

export const deliver = async ({
  collection,
  doc,
  options,
  req,
}: {
  collection: string
  doc: FileDocument
  options: MediaOptions
  req: PayloadRequest
}): Promise<void> => {
  const asset = assetOf(doc)
  const tenant = tenantIn(doc)
  const driver = asset && findDriver(options, asset.driver)
  if (!asset || !driver || tenant === null) {
    return
  }
  const isShown = doc.exposure === 'public' && (await options.isTenantActive({ req, tenant }))
  const deliveryType = isShown ? 'upload' : 'authenticated'
  if (asset.deliveryType === deliveryType) {
    return
  }
  // Taken back at the store first, and shown there first: a document never promises more than is so.
  const moved = await driver.setDeliveryType(asset, deliveryType)
  await updateAsset({
    asset: { deliveryType: moved.deliveryType, version: moved.version },
    collection,
    id: doc.id,
    of: asset,
    options,
    req,
    tenant,
  })
}
