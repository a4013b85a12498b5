// The document of a file, as far as the plugin is about it.
import type { AssetRef, AssetStatus } from './driver.ts'
import type { Crop } from './grammar/index.ts'

export type AssetFields = AssetRef & {
  etag: string
  status: AssetStatus
  problem?: string | null
  /** Seconds. */
  duration?: number | null
  frameRate?: number | null
  hasAudio?: boolean | null
  hasStream?: boolean | null
  hasPoster?: boolean | null
  isAnimated?: boolean | null
  hasAlpha?: boolean | null
  /** Unix seconds of the newest notification that counted. */
  notifiedAt?: number | null
}

export type FileDocument = {
  id: string
  tenant?: unknown
  asset?: Partial<AssetFields> | null
  exposure?: string | null
  filename?: string | null
  filesize?: number | null
  mimeType?: string | null
  width?: number | null
  height?: number | null
  focalX?: number | null
  focalY?: number | null
  crop?: Partial<Crop> | null
  posterTime?: number | null
}

/** The reference in a document; `null` while it has no file of a driver. */
export const assetOf = (
  doc: Pick<FileDocument, 'asset'> | null | undefined,
): AssetFields | null => {
  const asset = doc?.asset
  return asset?.publicId && asset.driver ? (asset as AssetFields) : null
}

/** A crop that cuts something away, or `null`. */
export const cropOf = ({ crop }: Pick<FileDocument, 'crop'>): Crop | null => {
  const { height, width, x, y } = crop ?? {}
  return typeof x === 'number' &&
    typeof y === 'number' &&
    typeof width === 'number' &&
    typeof height === 'number'
    ? { x, y, width, height }
    : null
}

export const tenantIn = (doc: { tenant?: unknown }): string | null => {
  const { tenant } = doc
  if (typeof tenant === 'object' && tenant !== null && 'id' in tenant) {
    return String(tenant.id)
  }
  return typeof tenant === 'string' ? tenant : null
}

/** `<root>/<tenant>/<collection>/…`: the tenant that an id belongs to. */
export const tenantOfId = (publicId: string): string | null => {
  const [, tenant = '', collection] = publicId.split('/')
  return collection && UUID.test(tenant) ? tenant : null
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const collectionOfId = (publicId: string): string => publicId.split('/')[2] ?? ''
