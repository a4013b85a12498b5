// Makes of a film what can be streamed, or asks the store how far it is.
import type { CollectionSlug, PayloadRequest, TaskConfig } from 'payload'
import { assetOf, tenantIn, type FileDocument } from '../asset.ts'
import { isDriverProblem } from '../driverProblem.ts'
import { findDriver } from '../drivers.ts'
import type { MediaOptions } from '../options.ts'
import { updateAsset } from '../queries/updateAsset.ts'
import type { FileInput } from './input.ts'

/** What is not ready by then will not be. */
const GIVE_UP_SECONDS = 24 * 60 * 60

export const processFile = (
  options: MediaOptions,
): TaskConfig<{ input: FileInput; output: object }> => ({
  slug: 'processFile',
  label: 'Prepare a film for streaming',
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'tenant', type: 'text', required: true },
  ],
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
      await advance({ collection, doc, options, req })
    }
    return { output: {} }
  },
})

/** @returns whether it is over, one way or the other. */
export const advance = async ({
  collection,
  doc,
  options,
  req,
}: {
  collection: string
  doc: FileDocument
  options: MediaOptions
  req: PayloadRequest
}): Promise<boolean> => {
  const asset = assetOf(doc)
  const tenant = tenantIn(doc)
  const driver = asset && findDriver(options, asset.driver)
  if (!asset || !driver?.process || tenant === null || asset.status !== 'processing') {
    return true
  }
  const outcome = await driver.process(asset).then(
    ({ duration, hasStream = false, problem = null, status }) => ({
      status,
      problem,
      hasStream,
      ...(duration ? { duration } : {}),
    }),
    (err: unknown) => {
      req.payload.logger.warn({ msg: 'A film could not be processed.', err, file: doc.id })
      // Out of reach for a while is no failure; the next round asks again.
      return isDriverProblem(err) && err.isPassing
        ? { status: 'processing' as const }
        : { status: 'failed' as const, problem: isDriverProblem(err) ? err.message : FAILED }
    },
  )
  const isTooOld = asset.version < Date.now() / 1000 - GIVE_UP_SECONDS
  const asked =
    outcome.status === 'processing' && isTooOld
      ? {
          status: 'failed' as const,
          problem: 'The store did not finish with this film within a day.',
        }
      : outcome
  await updateAsset({ asset: asked, collection, id: doc.id, of: asset, options, req, tenant })
  return asked.status !== 'processing'
}

const FAILED = 'This film could not be prepared for streaming. It plays as it was uploaded.'
