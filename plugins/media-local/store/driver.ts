// The local disk as a driver. See store/place.ts for the layout and http/ for how files are delivered.
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { AssetRef, MediaDriver, StoreArgs } from '../../media/driver.ts'
import { driverProblem } from '../../media/driverProblem.ts'
import { DELIVERY_TYPES, type DeliveryType } from '../../media/grammar/index.ts'
import { purgeRenditions } from '../cache/purge.ts'
import { canPackage } from '../video/canPackage.ts'
import { processFilm } from '../video/processFilm.ts'
import { listAssets } from './list.ts'
import {
  assertNameable,
  assetFolder,
  INCOMING,
  originalName,
  POSTER_FILE,
  STREAM_FOLDER,
} from './place.ts'
import { probeFilm, probePicture } from './probe.ts'
import { withDriverProblems } from './problems.ts'
import { receive, sweepIncoming, type Received } from './receive.ts'
import { assetOf, locate, writeRecord, type AssetRecord } from './record.ts'
import { moveInto } from './moveInto.ts'
import { settle } from './settle.ts'

/** Its `process` never throws because of the film: what cannot be streamed stays a plain file that is `ready`. */
export type LocalDriver = MediaDriver & Required<Pick<MediaDriver, 'process' | 'storePoster'>>

export type LocalDriverOptions = {
  /** Absolute. Made when it is not there. */
  folder: string
  /** Where the handler keeps renditions, so that they go with their file. */
  cacheFolder?: string
  /** The path under which the handler answers. */
  base?: string
  /** `null`: never; left out: the one on the PATH, if any. */
  ffmpegPath?: string | null
}

export const localDriver = ({
  base = '/media',
  cacheFolder,
  ffmpegPath,
  folder,
}: LocalDriverOptions): LocalDriver => {
  const at = (ref: Pick<AssetRef, 'deliveryType' | 'publicId'>): string =>
    assetFolder({ deliveryType: ref.deliveryType, folder, publicId: ref.publicId })
  const purge = (publicId: string): Promise<void> =>
    cacheFolder === undefined
      ? Promise.resolve()
      : purgeRenditions({ folder: cacheFolder, publicId })
  /** The document may not yet say that the file was shown, or taken back. */
  const locateAnywhere = async (ref: AssetRef) => {
    for (const deliveryType of [ref.deliveryType, ...DELIVERY_TYPES]) {
      const found = await locate({ ...ref, deliveryType, folder })
      if (found) {
        return found
      }
    }
    return null
  }
  let isSwept = false

  return {
    name: 'local',
    canTransform: true,
    processes: ['video'],
    deliveryBase: () => base,

    store: (args) =>
      withDriverProblems(async () => {
        assertNameable(args)
        if (!isSwept) {
          isSwept = true
          await sweepIncoming(folder)
        }
        const received = await receive({
          folder,
          format: args.format,
          source: args.source,
          ...(args.signal ? { signal: args.signal } : {}),
        })
        try {
          const record = await recordOf({ args, ffmpegPath, received })
          args.signal?.throwIfAborted()
          await writeRecord(received.directory, record)
          return await settle({ args, folder, received, record })
        } finally {
          await rm(received.directory, { force: true, recursive: true })
        }
      }),

    read: (ref, { range, signal } = {}) =>
      withDriverProblems(async () => {
        const found = await locateAnywhere(ref)
        if (!found) {
          return null
        }
        const { directory, record } = found
        const handle = await openOrNull(path.join(directory, originalName(record.format)))
        return handle === null
          ? null
          : {
              body: createReadStream('', {
                fd: handle,
                highWaterMark: 256 * 1024,
                ...(range ? { start: range.start, end: range.end } : {}),
                ...(signal ? { signal } : {}),
              }),
              size: record.bytes,
              mimeType: record.mimeType,
              etag: record.etag,
            }
      }),

    find: (ref) =>
      withDriverProblems(async () => {
        const found = await locate({ ...ref, folder })
        return found
          ? assetOf({ deliveryType: ref.deliveryType, name: 'local', record: found.record })
          : null
      }),

    remove: (ref) =>
      withDriverProblems(async () => {
        let result: 'removed' | 'absent' = 'absent'
        for (const deliveryType of DELIVERY_TYPES) {
          if ((await locate({ ...ref, deliveryType, folder })) !== null) {
            await takeAway({ folder, from: at({ ...ref, deliveryType }) })
            await prune(folder, deliveryType, ref.publicId)
            result = 'removed'
          }
        }
        if (result === 'removed') {
          await purge(ref.publicId)
        }
        return result
      }),

    setDeliveryType: (ref, deliveryType) =>
      withDriverProblems(async () => {
        const other = DELIVERY_TYPES.find((type) => type !== deliveryType)!
        const target = at({ ...ref, deliveryType })
        const isThere = async (type: DeliveryType) =>
          (await locate({ ...ref, deliveryType: type, folder })) !== null
        if (!(await isThere(deliveryType))) {
          try {
            await moveInto({ from: at({ ...ref, deliveryType: other }), to: target })
          } catch (err) {
            // Somebody else moved it just now, or there is nothing to move.
            if (!(await isThere(deliveryType))) {
              throw (err as NodeJS.ErrnoException).code === 'ENOENT' ? missing() : err
            }
          }
          await prune(folder, other, ref.publicId)
        }
        await purge(ref.publicId)
        return { ...ref, deliveryType }
      }),

    list: ({ prefix }) => listAssets({ folder, prefix }),

    storePoster: (ref, source) =>
      withDriverProblems(async () => {
        const found = await locateAnywhere(ref)
        if (!found) {
          throw missing()
        }
        const received = await receive({ folder, format: 'jpg', source })
        try {
          if ((await probePicture(received.file)) === null) {
            throw driverProblem('type_not_allowed', 'The poster is no picture that can be read.')
          }
          await rename(received.file, path.join(found.directory, POSTER_FILE))
          await purge(ref.publicId)
        } finally {
          await rm(received.directory, { force: true, recursive: true })
        }
      }),

    process: (ref, { signal } = {}) =>
      withDriverProblems(async () => {
        const found = await locateAnywhere(ref)
        if (!found) {
          throw missing()
        }
        const record = await processFilm({
          ...found,
          ffmpegPath,
          streamFolder: path.join(found.directory, STREAM_FOLDER),
          ...(signal ? { signal } : {}),
        })
        return assetOf({ deliveryType: ref.deliveryType, name: 'local', record })
      }),

    // Walking the folder takes too long to be asked for in passing.
    usage: () => Promise.resolve(null),
  }
}

const missing = () =>
  driverProblem('asset_missing', 'The file is no longer where it was stored. Upload it again.')

const recordOf = async ({
  args,
  ffmpegPath,
  received,
}: {
  args: StoreArgs
  ffmpegPath: string | null | undefined
  received: Received
}): Promise<AssetRecord> => {
  const picture = args.resourceType === 'image' ? await probePicture(received.file) : null
  const film = args.resourceType === 'video' ? await probeFilm(received.file) : {}
  const willStream =
    args.resourceType === 'video' && (await canPackage({ ffmpegPath, file: received.file }))
  return {
    publicId: args.publicId,
    resourceType: args.resourceType,
    version: Math.floor(Date.now() / 1000),
    format: args.format,
    mimeType: args.mimeType,
    bytes: received.bytes,
    etag: received.etag,
    displayName: args.displayName,
    tenant: args.tenant,
    folder: args.folder,
    tags: args.tags,
    createdAt: new Date().toISOString(),
    status: willStream ? 'processing' : 'ready',
    ...film,
    ...(picture ? { picture, width: picture.width, height: picture.height } : {}),
  }
}

/** At once for whoever looks, then piece by piece. */
const takeAway = async ({ folder, from }: { folder: string; from: string }): Promise<void> => {
  const incoming = path.join(folder, INCOMING)
  const aside = path.join(incoming, randomUUID())
  await mkdir(incoming, { recursive: true })
  try {
    await rename(from, aside)
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw err
    }
  }
  await rm(aside, { force: true, recursive: true })
}

/** Removes folders that became empty, from the file's upwards. */
const prune = async (folder: string, deliveryType: DeliveryType, publicId: string) => {
  const segments = publicId.split('/')
  for (let depth = segments.length - 1; depth > 0; depth -= 1) {
    const directory = path.join(folder, deliveryType, ...segments.slice(0, depth))
    if ((await readdir(directory).catch(() => ['?'])).length > 0) {
      return
    }
    await rmdir(directory).catch(() => undefined)
  }
}

const openOrNull = async (file: string) => {
  try {
    return await open(file, 'r')
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') {
      return null
    }
    throw err
  }
}
