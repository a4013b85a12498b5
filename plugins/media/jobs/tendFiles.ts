// What is done regularly, and finds whatever else was missed: films that are still being processed,
// files that are shown more or less widely than they should be, and files that no document holds.
import path from 'node:path'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { type FileDocument } from '../asset.ts'
import type { MediaOptions } from '../options.ts'
import { forgetOlderThan } from '../uploads/arrivals.ts'
import { advance } from './processFile.ts'
import { deliver } from './deliverFile.ts'
import { sweep } from './sweep.ts'

const DAY = 24 * 60 * 60 * 1000

/** Every minute or so; it changes nothing where nothing was missed. */
export const tendFiles = async (args: {
  options: MediaOptions
  req: PayloadRequest
}): Promise<void> => {
  await eachProcessing(args)
  await eachMisdelivered(args)
}

/**
 * Every few hours. What is older than twelve and belongs to no document goes, so nothing is left longer
 * than a day.
 */
export const sweepFiles = async ({
  options,
  req,
}: {
  options: MediaOptions
  req: PayloadRequest
}): Promise<number> => {
  for (const folder of [options.tempFolder, path.join(options.tempFolder, 'forms')]) {
    await forgetOlderThan({ folder, milliseconds: DAY / 2 })
  }
  return sweep({ olderThan: new Date(Date.now() - DAY / 2), options, req })
}

/** For stores whose notifications do not reach this machine. */
const eachProcessing = ({ options, req }: { options: MediaOptions; req: PayloadRequest }) =>
  eachFound({
    options,
    req,
    where: { 'asset.status': { equals: 'processing' } },
    work: (collection, doc) => advance({ collection, doc, options, req }),
  })

const eachMisdelivered = ({ options, req }: { options: MediaOptions; req: PayloadRequest }) =>
  eachFound({
    options,
    req,
    where: {
      or: [
        {
          and: [
            { exposure: { equals: 'public' } },
            { 'asset.deliveryType': { equals: 'authenticated' } },
            options.shownWhere,
          ],
        },
        {
          and: [
            { 'asset.deliveryType': { equals: 'upload' } },
            { or: [{ exposure: { not_equals: 'public' } }, options.hiddenWhere] },
          ],
        },
      ],
    },
    work: (collection, doc) => deliver({ collection, doc, options, req }),
  })

const eachFound = async ({
  options,
  req,
  where,
  work,
}: {
  options: MediaOptions
  req: PayloadRequest
  where: object
  work: (collection: string, doc: FileDocument) => Promise<unknown>
}): Promise<void> => {
  for (const collection of Object.keys(options.collections)) {
    const { docs } = await options.asServer('*', () =>
      req.payload.db.find<FileDocument>({
        collection: collection as CollectionSlug,
        limit: 200,
        pagination: false,
        req,
        where: where as never,
      }),
    )
    for (const doc of docs) {
      await work(collection, doc).catch((err: unknown) =>
        req.payload.logger.warn({ msg: 'A file could not be tended.', err, file: doc.id }),
      )
    }
  }
}
