// Files from one store to another: each is copied, verified at the other side, and only then is its
// document told and the copy at the first side removed. What was interrupted goes on where it was.
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { assetOf, tenantIn, type AssetFields, type FileDocument } from './asset.ts'
import type { MediaDriver } from './driver.ts'
import { driverNamed } from './drivers.ts'
import type { MediaOptions } from './options.ts'
import { updateAsset } from './queries/updateAsset.ts'

export type MoveProgress = {
  done: number
  total: number
  filename: string
  /** Absent when it went well. */
  problem?: string
}

export type MoveReport = {
  moved: number
  bytes: number
  failed: { filename: string; problem: string }[]
  isStopped: boolean
}

export type MoveArgs = {
  from: string
  to: string
  /** The account at the other side. */
  accountFor: (tenant: string) => Promise<string | null>
  /** Leave what is at the first side where it is. */
  isKeeping?: boolean
  onProgress?: (progress: MoveProgress) => void
  options: MediaOptions
  req: PayloadRequest
  /** Asked before each file. */
  shouldStop?: () => boolean
  tenant?: string
}

export const moveFiles = async (args: MoveArgs): Promise<MoveReport> => {
  const report: MoveReport = { moved: 0, bytes: 0, failed: [], isStopped: false }
  const waiting = await findWaiting(args)
  for (const [index, { collection, id }] of waiting.entries()) {
    if (args.shouldStop?.()) {
      report.isStopped = true
      break
    }
    const doc = await readOne({ ...args, collection, id })
    const asset = assetOf(doc)
    if (!doc || asset?.driver !== args.from) {
      // Gone, or moved by somebody else in the meantime.
      continue
    }
    const filename = doc.filename ?? asset.publicId
    const problem = await moveOne({ ...args, asset, collection, doc }).then(
      () => undefined,
      (err: unknown) => (err instanceof Error ? err.message : String(err)),
    )
    if (problem === undefined) {
      report.moved += 1
      report.bytes += doc.filesize ?? 0
    } else {
      report.failed.push({ filename, problem })
    }
    args.onProgress?.({
      done: index + 1,
      total: waiting.length,
      filename,
      ...(problem ? { problem } : {}),
    })
  }
  return report
}

type Waiting = { collection: string; id: string }

const findWaiting = async ({ from, options, req, tenant }: MoveArgs): Promise<Waiting[]> => {
  const waiting: Waiting[] = []
  for (const collection of Object.keys(options.collections)) {
    const { docs } = await options.asServer(tenant ?? '*', () =>
      req.payload.db.find<{ id: string }>({
        collection: collection as CollectionSlug,
        limit: 0,
        pagination: false,
        req,
        select: {},
        sort: 'createdAt',
        where: {
          and: [
            { 'asset.driver': { equals: from } },
            ...(tenant ? [{ tenant: { equals: tenant } }] : []),
          ],
        },
      }),
    )
    waiting.push(...docs.map(({ id }) => ({ collection, id })))
  }
  return waiting
}

const readOne = ({
  collection,
  id,
  options,
  req,
}: MoveArgs & Waiting): Promise<FileDocument | null> =>
  options.asServer('*', () =>
    req.payload.db.findOne<FileDocument>({
      collection: collection as CollectionSlug,
      req,
      where: { id: { equals: id } },
    }),
  )

const moveOne = async ({
  accountFor,
  asset,
  collection,
  doc,
  from,
  isKeeping = false,
  options,
  req,
  to,
}: MoveArgs & { asset: AssetFields; collection: string; doc: FileDocument }): Promise<void> => {
  const tenant = tenantIn(doc)
  if (tenant === null) {
    throw new Error('The file belongs to no tenant.')
  }
  const source = driverNamed(options, from)
  const target = driverNamed(options, to)
  const account = await accountFor(tenant)
  const rules = await options.rulesFor({ req, tenant })
  const copy = await fetchCopy({ asset, source, tempFolder: options.tempFolder })
  try {
    const stored = await target.store({
      account,
      deliveryType: asset.deliveryType,
      displayName: doc.filename ?? '',
      folder: rules.folder,
      format: asset.format,
      mimeType: doc.mimeType ?? 'application/octet-stream',
      publicId: asset.publicId,
      resourceType: asset.resourceType,
      source: { path: copy.file, size: copy.size, isOurs: true },
      tags: [...rules.tags],
      tenant,
    })
    const there = await target.find({ ...stored, account })
    if (there?.bytes !== copy.size || there.etag !== copy.etag) {
      throw new Error(`What arrived at “${to}” is not what was sent. Run the command again.`)
    }
    const isInWork = target.processes?.includes(asset.resourceType) ?? false
    await updateAsset({
      asset: {
        account,
        driver: to,
        hasStream: false,
        status: isInWork ? 'processing' : 'ready',
        version: stored.version,
      },
      collection,
      id: doc.id,
      of: asset,
      options,
      req,
      tenant,
    })
    if (isInWork) {
      await options.queue({ req, task: 'processFile', input: { collection, id: doc.id, tenant } })
    }
  } finally {
    await rm(copy.file, { force: true })
  }
  if (!isKeeping) {
    await source.remove(asset)
  }
}

/** On this machine, verified against what its document and its store say of it. */
const fetchCopy = async ({
  asset,
  source,
  tempFolder,
}: {
  asset: AssetFields
  source: MediaDriver
  tempFolder: string
}): Promise<{ file: string; size: number; etag: string }> => {
  const opened = await source.read(asset)
  if (!opened) {
    throw new Error(`“${asset.driver}” does not have this file.`)
  }
  await mkdir(tempFolder, { recursive: true })
  const file = path.join(tempFolder, `${randomUUID()}.move`)
  const hash = createHash('md5')
  let size = 0
  const counting = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  try {
    await pipeline(opened.body, counting, createWriteStream(file))
    const etag = hash.digest('hex')
    if (size !== opened.size || (asset.etag !== '' && asset.etag !== etag)) {
      throw new Error(`What “${asset.driver}” gave is not what was stored there.`)
    }
    return { file, size, etag }
  } catch (err) {
    await rm(file, { force: true })
    throw err
  }
}
