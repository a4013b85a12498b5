// What is done with a film after it is there: another poster, another try at processing.
import { randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import type { CollectionSlug, Endpoint, PayloadRequest } from 'payload'
import { assetOf, tenantIn, type AssetFields, type FileDocument } from '../asset.ts'
import { driverNamed } from '../drivers.ts'
import { describeImage } from '../inspect/index.ts'
import type { MediaOptions } from '../options.ts'
import { mediaProblem } from '../problems.ts'
import { updateAsset } from '../queries/updateAsset.ts'
import { MOST_PIXELS } from '../receive.ts'
import { arrivedPoster, keepPoster, MOST_POSTER_BYTES } from '../uploads/arrivals.ts'
import { answering } from './answering.ts'
import { readFile } from './library.ts'

export const filmEndpoints = (options: MediaOptions, collection: string): Endpoint[] => [
  {
    method: 'put',
    path: '/:id/poster',
    handler: answering(async (req) => {
      const { asset, doc } = await ownFilm({ collection, req })
      const time = Number(req.searchParams.get('time'))
      if (!Number.isFinite(time) || time < 0 || time > (asset.duration ?? Infinity)) {
        throw mediaProblem('type_mismatch', 'Choose a moment within the film.')
      }
      const driver = driverNamed(options, asset.driver)
      // Received first, however slowly it is sent: the right to change the film counts when it is changed.
      const file = driver.storePoster ? await keep({ options, req }) : null
      try {
        if (file !== null) {
          await describeImage(file, { maxPixels: MOST_PIXELS })
        }
        // Asked as the person, so that whoever may not change the film may not change its poster.
        await req.payload.update({
          collection: collection as CollectionSlug,
          data: { posterTime: time },
          depth: 0,
          id: doc.id,
          overrideAccess: false,
          req,
        })
        if (file !== null) {
          await driver.storePoster?.(asset, { path: file, size: (await stat(file)).size })
          await updateAsset({
            asset: { hasPoster: true },
            collection,
            id: doc.id,
            of: asset,
            options,
            req,
            tenant: tenantIn(doc)!,
          })
        }
      } finally {
        if (file !== null) {
          await rm(file, { force: true })
        }
      }
      return Response.json({ posterTime: time })
    }),
  },
  {
    method: 'post',
    path: '/:id/process',
    handler: answering(async (req) => {
      const { asset, doc } = await ownFilm({ collection, req })
      const tenant = tenantIn(doc)!
      if (asset.status === 'processing') {
        throw mediaProblem('already_processing', 'This film is being prepared already.')
      }
      // Asked as the person: whoever may not change the film may not have it prepared again.
      await req.payload.update({
        collection: collection as CollectionSlug,
        data: {},
        depth: 0,
        id: doc.id,
        overrideAccess: false,
        req,
      })
      await updateAsset({
        asset: { status: 'processing', problem: null },
        collection,
        id: doc.id,
        of: asset,
        options,
        req,
        tenant,
      })
      await options.queue({ req, task: 'processFile', input: { collection, id: doc.id, tenant } })
      return Response.json({ status: 'processing' })
    }),
  },
]

const ownFilm = async ({
  collection,
  req,
}: {
  collection: string
  req: PayloadRequest
}): Promise<{ asset: AssetFields; doc: FileDocument }> => {
  if (!req.user) {
    throw mediaProblem('not_signed_in', 'Sign in first.')
  }
  const doc = await readFile({ collection, req })
  const asset = assetOf(doc)
  if (asset?.resourceType !== 'video') {
    throw mediaProblem('not_a_video', 'Only films have posters and streams.')
  }
  return { asset, doc }
}

const keep = async ({
  options,
  req,
}: {
  options: MediaOptions
  req: PayloadRequest
}): Promise<string> => {
  if (!req.body || Number(req.headers.get('content-length') ?? 0) > MOST_POSTER_BYTES) {
    throw mediaProblem('file_too_large', 'Send the frame as a JPEG of at most 2 MB.')
  }
  const name = randomUUID()
  await keepPoster({ body: req.body, folder: options.tempFolder, name })
  return arrivedPoster({ folder: options.tempFolder, name })
}
