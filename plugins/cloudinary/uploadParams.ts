// The parameters of an upload, all of them decided here and signed.
import type { StoreArgs } from '../media/driver.ts'
import { serialise } from '../media/grammar/index.ts'
import type { CloudinaryAccount } from './account.ts'
import type { Params } from './requestSignature.ts'
import { isFilm } from './status.ts'
import {
  MP4_EXTENSION,
  mp4Transformation,
  STREAM_EXTENSION,
  streamTransformation,
} from './videoUrls.ts'

export type EagerVideo = {
  /** Pixels, of the plain file for browsers that do not stream. */
  mp4Width: number
}

export const uploadParams = ({
  account,
  allowedFormats,
  args,
  context = {},
  eagerVideo,
  notificationUrl,
}: {
  account: CloudinaryAccount
  args: Omit<StoreArgs, 'source' | 'signal'>
  allowedFormats: string[]
  /** Kept with the file, besides its tenant. */
  context?: Record<string, string>
  /** `null`: nothing is made of films in advance. */
  eagerVideo: EagerVideo | null
  notificationUrl?: string
}): Params => ({
  public_id: args.publicId,
  type: args.deliveryType,
  overwrite: 0,
  allowed_formats: allowedFormats,
  tags: args.tags.map((tag) => tag.replace(/,/g, ' ')),
  context: contextOf({ tenant: args.tenant, ...context }),
  notification_url: notificationUrl,
  // In clouds with fixed folders the id's path is the folder.
  ...(account.folderMode === 'dynamic' && {
    asset_folder: args.folder,
    display_name: args.displayName,
  }),
  ...(isFilm(args) &&
    eagerVideo && {
      eager: eagerOf(eagerVideo),
      eager_async: 1,
      eager_notification_url: notificationUrl,
    }),
})

/** Made in advance: long films cannot be made when they are first asked for. */
const eagerOf = ({ mp4Width }: EagerVideo): string =>
  [
    `${serialise(streamTransformation())}/${STREAM_EXTENSION}`,
    `${serialise(mp4Transformation({ width: mp4Width }))}/${MP4_EXTENSION}`,
  ].join('|')

const contextOf = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value.replace(/[=|]/g, '\\$&')}`)
    .join('|')
