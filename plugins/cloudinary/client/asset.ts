// Cloudinary's description of a file, looked at before it is believed.
import { RESOURCE_TYPES, type ResourceType } from '../../media/grammar/index.ts'
import type { Answer } from './call.ts'
import { unreadable } from './problems.ts'

export type CloudAsset = {
  assetId: string | null
  publicId: string
  version: number
  resourceType: ResourceType
  /** `upload`, `authenticated`, `private`, … */
  type: string
  /** `null` for raw files. */
  format: string | null
  bytes: number
  etag: string
  width?: number
  height?: number
  duration?: number
  createdAt: Date
  /** Whether the id was taken and this is what had it. */
  hasExisted: boolean
  context: Record<string, string>
  /** EXIF, XMP and the like, where it was asked for. */
  metadata: Record<string, unknown>
}

/** @throws When the answer lacks what every file has. */
export const cloudAsset = (answer: Answer): CloudAsset => {
  const publicId = text(answer.public_id)
  const version = number(answer.version)
  const resourceType = RESOURCE_TYPES.find((type) => type === answer.resource_type)
  if (publicId === null || version === undefined || !resourceType) {
    throw unreadable()
  }
  return {
    assetId: text(answer.asset_id),
    publicId,
    version,
    resourceType,
    type: text(answer.type) ?? 'upload',
    format: text(answer.format),
    bytes: number(answer.bytes) ?? 0,
    etag: text(answer.etag) ?? '',
    width: number(answer.width),
    height: number(answer.height),
    duration: number(answer.duration),
    createdAt: new Date(text(answer.created_at) ?? 0),
    hasExisted: answer.existing === true,
    context: strings(record(record(answer.context).custom)),
    metadata: { ...record(answer.image_metadata), ...record(answer.media_metadata) },
  }
}

export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** Cloudinary writes some numbers as strings. */
export const number = (value: unknown): number | undefined => {
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined
}

const strings = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
