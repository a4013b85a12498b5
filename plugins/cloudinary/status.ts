// Whether a film can be streamed yet.
import type { AssetRef, StoredAsset } from '../media/driver.ts'
import type { CloudAsset } from './client/asset.ts'
import { fetchDelivered, type Client } from './client/call.ts'
import { signedUrl } from './delivery.ts'
import { STREAM_EXTENSION, streamTransformation } from './videoUrls.ts'

export type Progress = Pick<StoredAsset, 'status' | 'problem' | 'hasStream'>

/** Sound lies among the films at Cloudinary, and is not streamed. */
const SOUND = [
  'aac',
  'aif',
  'aiff',
  'amr',
  'flac',
  'm4a',
  'mp3',
  'oga',
  'ogg',
  'opus',
  'wav',
  'wma',
]

export const isFilm = ({ format, resourceType }: Pick<AssetRef, 'format' | 'resourceType'>) =>
  resourceType === 'video' && !SOUND.includes(format)

/**
 * Asks for the stream's list without reading it: Cloudinary answers 423 while it makes it. Costs no
 * call of any API, and unlike asking by `explicit` with `eager` it never begins the work anew.
 */
export const streamProgress = async ({
  client,
  ref,
  signal,
}: {
  client: Client
  ref: AssetRef
  signal?: AbortSignal
}): Promise<Progress> => {
  const response = await fetchDelivered({
    client,
    method: 'HEAD',
    signal,
    url: signedUrl({
      account: client.account,
      extension: STREAM_EXTENSION,
      ref,
      transformation: streamTransformation(),
    }),
  })
  if (response.ok) {
    return { status: 'ready', hasStream: true }
  }
  return response.status === 423 || response.status >= 500 || response.status === 429
    ? { status: 'processing', hasStream: false }
    : {
        status: 'failed',
        hasStream: false,
        problem:
          'Cloudinary could not prepare this film for streaming. Upload it again, in MP4 with H.264.',
      }
}

export const storedAsset = ({
  account,
  asset,
  progress,
  ref,
}: {
  account: string
  asset: CloudAsset
  ref: Pick<AssetRef, 'deliveryType' | 'format'>
  progress: Progress
}): StoredAsset => ({
  driver: 'cloudinary',
  account,
  publicId: asset.publicId,
  resourceType: asset.resourceType,
  deliveryType: ref.deliveryType,
  version: asset.version,
  format: asset.resourceType === 'raw' ? ref.format : (asset.format ?? ref.format),
  bytes: asset.bytes,
  etag: asset.etag,
  ...(asset.width !== undefined && { width: asset.width }),
  ...(asset.height !== undefined && { height: asset.height }),
  ...(asset.duration !== undefined && { duration: asset.duration }),
  ...progress,
})
