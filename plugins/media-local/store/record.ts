// asset.json: what was found out about a file when it was stored, so that no request has to open it.
import { randomUUID } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AssetStatus, StoredAsset } from '../../media/driver.ts'
import type { DeliveryType, ResourceType } from '../../media/grammar/index.ts'
import { assetFolder, isInside, isPublicId, RECORD_FILE } from './place.ts'

export type PictureFacts = {
  /** As decoded from the content, whatever the name says: `jpeg`, `png`, `svg`, … */
  format: string
  /** Pixels, upright. */
  width: number
  height: number
  hasAlpha: boolean
  /** Frames of an animation; 1 for a still picture. */
  pages: number
}

export type AssetRecord = {
  publicId: string
  resourceType: ResourceType
  version: number
  format: string
  mimeType: string
  bytes: number
  /** MD5, 32 hex digits. */
  etag: string
  displayName: string
  tenant: string
  folder: string
  tags: string[]
  /** ISO 8601. */
  createdAt: string
  status: AssetStatus
  problem?: string
  hasStream?: boolean
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  /** Absent where the content is no picture that can be decoded. */
  picture?: PictureFacts
}

/** A file with the folder that holds it. */
export type Located = { record: AssetRecord; directory: string }

/** `null` where there is no such file, or only through a symbolic link that leads out. */
export const locate = async ({
  deliveryType,
  folder,
  publicId,
  resourceType,
}: {
  folder: string
  deliveryType: DeliveryType
  publicId: string
  resourceType: ResourceType
}): Promise<Located | null> => {
  if (!isPublicId(publicId, resourceType)) {
    return null
  }
  const directory = assetFolder({ deliveryType, folder, publicId })
  const record = await readKnown({ directory, folder })
  return record?.resourceType === resourceType ? { record, directory } : null
}

type Known = { stamp: string; record: AssetRecord }

/** By folder, the last few thousand; each is good while its file is the same one, which is asked each time. */
const known = new Map<string, Known>()
const MOST_KNOWN = 5000

const readKnown = async ({
  directory,
  folder,
}: {
  directory: string
  folder: string
}): Promise<AssetRecord | null> => {
  const stamp = await stampOf(path.join(directory, RECORD_FILE))
  const before = known.get(directory)
  if (stamp !== null && before?.stamp === stamp) {
    return before.record
  }
  known.delete(directory)
  const record = stamp === null ? null : await readRecord(directory)
  if (record === null || stamp === null || !(await isInside(folder, directory))) {
    return null
  }
  known.set(directory, { record, stamp })
  if (known.size > MOST_KNOWN) {
    known.delete(known.keys().next().value!)
  }
  return record
}

/** A record is replaced, never changed, so another content has another number. */
const stampOf = async (file: string): Promise<string | null> => {
  const found = await stat(file, { bigint: true }).catch(() => null)
  return found && `${found.ino}.${found.mtimeNs}`
}

export const readRecord = async (directory: string): Promise<AssetRecord | null> => {
  try {
    return JSON.parse(await readFile(path.join(directory, RECORD_FILE), 'utf8')) as AssetRecord
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || err instanceof SyntaxError) {
      return null
    }
    throw err
  }
}

/** Replaces the record at once, so that nobody reads half of it. */
export const writeRecord = async (directory: string, record: AssetRecord): Promise<void> => {
  const temporary = path.join(directory, `${RECORD_FILE}.${randomUUID()}`)
  await writeFile(temporary, JSON.stringify(record, null, 2))
  await rename(temporary, path.join(directory, RECORD_FILE))
}

export const assetOf = ({
  deliveryType,
  name,
  record,
}: {
  record: AssetRecord
  deliveryType: DeliveryType
  /** Of the driver. */
  name: string
}): StoredAsset => ({
  driver: name,
  account: null,
  publicId: record.publicId,
  resourceType: record.resourceType,
  deliveryType,
  version: record.version,
  format: record.format,
  bytes: record.bytes,
  etag: record.etag,
  status: record.status,
  ...(record.width === undefined ? {} : { width: record.width }),
  ...(record.height === undefined ? {} : { height: record.height }),
  ...(record.duration === undefined ? {} : { duration: record.duration }),
  ...(record.problem === undefined ? {} : { problem: record.problem }),
  ...(record.hasStream === undefined ? {} : { hasStream: record.hasStream }),
})
