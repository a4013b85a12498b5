// A file as Cloudinary's answers describe it.
import { answerSignature } from './proof.ts'
import type { Asset, State } from './state.ts'

export const describe = (state: State, asset: Asset) => ({
  asset_id: asset.assetId,
  public_id: asset.publicId,
  version: asset.version,
  version_id: asset.assetId,
  signature: answerSignature(state, asset.publicId, asset.version),
  ...(asset.width && { width: asset.width, height: asset.height }),
  ...(asset.format && { format: asset.format }),
  resource_type: asset.resourceType,
  created_at: asset.createdAt.toISOString(),
  tags: asset.tags,
  bytes: asset.bytes,
  type: asset.type,
  etag: asset.etag,
  placeholder: false,
  url: addressOf(state, asset),
  secure_url: addressOf(state, asset),
  asset_folder: asset.assetFolder,
  display_name: asset.displayName,
  original_filename: asset.originalFilename,
  api_key: state.options.apiKey,
  ...(Object.keys(asset.context).length > 0 && { context: { custom: asset.context } }),
  ...(asset.duration && {
    duration: asset.duration,
    is_audio: asset.format === 'mp3',
    pages: 0,
    playback_url: addressOf(state, asset),
  }),
})

export const describeEager = (state: State, asset: Asset) =>
  asset.eager.map(({ format, isReady, transformation }) =>
    isReady
      ? {
          transformation: `${transformation}/${format}`,
          format,
          bytes: asset.bytes,
          url: addressOf(state, asset),
          secure_url: addressOf(state, asset),
        }
      : { status: 'processing', batch_id: asset.assetId },
  )

const addressOf = ({ options, url }: State, asset: Asset): string =>
  `${url}/${options.cloudName}/${asset.resourceType}/${asset.type}/v${asset.version}/${asset.publicId}${asset.format ? `.${asset.format}` : ''}`
