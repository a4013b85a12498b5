// Uploads from a browser straight to Cloudinary: everything is decided and signed here, and what
// arrived is judged by what Cloudinary says, never by what the browser reports.
import type { DirectUpload, DirectUploadArgs, StoredAsset } from '../media/driver.ts'
import { driverProblem } from '../media/driverProblem.ts'
import { RESOURCE_TYPES, type ResourceType } from '../media/grammar/index.ts'
import { number, record, text, type CloudAsset } from './client/asset.ts'
import type { Client } from './client/call.ts'
import { destroy } from './client/destroy.ts'
import { explicit } from './client/explicit.ts'
import { chunkSizeFor } from './client/upload.ts'
import { isAnswerAuthentic, signedFields } from './requestSignature.ts'
import { isFilm, storedAsset, streamProgress } from './status.ts'
import type { StoreOptions } from './store.ts'
import { uploadParams } from './uploadParams.ts'

/** Milliseconds; how long Cloudinary takes a signature. */
const LIFE = 3_600_000

/** What of the file's own data says where it was made. */
const PLACE =
  /^gps[ _-]?(latitude|longitude|position|coordinates)|location[._-]?iso6709|^location$/i

export const beginUpload = ({
  args,
  now = Date.now(),
  options,
}: {
  args: DirectUploadArgs
  options: StoreOptions
  now?: number
}): DirectUpload => {
  const { chunkSize, client, eagerVideo, notificationUrl } = options
  const { account } = client
  return {
    url: `${account.apiBaseUrl}/v1_1/${account.cloudName}/${args.resourceType}/upload`,
    fields: signedFields({
      account,
      now,
      params: {
        ...uploadParams({
          account,
          allowedFormats: args.allowedFormats,
          args,
          eagerVideo,
          notificationUrl,
        }),
        media_metadata: 1,
      },
    }),
    chunkSize: chunkSizeFor({ chunkSize, resourceType: args.resourceType, size: args.size }),
    expiresAt: new Date(now + LIFE),
  }
}

/**
 * @param args.report Cloudinary's answer to the browser's upload, as the browser passes it on; its
 *   signature has to be right where it has one, and nothing else of it is used.
 */
export const completeUpload = async ({
  args,
  options,
}: {
  args: DirectUploadArgs & { report: unknown }
  options: StoreOptions
}): Promise<StoredAsset> => {
  const { client, eagerVideo } = options
  checkReport({ client, publicId: args.publicId, report: args.report })
  const asset = await explicit({ ...args, client, withMetadata: true })
  if (asset === null) {
    await removeStrays({ args, client })
    throw driverProblem(
      'upload_unproven',
      'Cloudinary has not received this file. Upload it again.',
    )
  }
  const violation = violationOf({ args, asset })
  if (violation) {
    await destroy({ ...args, client })
    throw violation
  }
  return storedAsset({
    account: client.account.cloudName,
    asset,
    ref: args,
    progress:
      isFilm(args) && eagerVideo
        ? await streamProgress({
            client,
            ref: { ...args, driver: 'cloudinary', version: asset.version },
          })
        : { status: 'ready' },
  })
}

/** A forged report removes nothing: whoever forges it may mean somebody else's finished upload. */
const checkReport = ({
  client,
  publicId,
  report,
}: {
  client: Client
  publicId: string
  report: unknown
}): void => {
  const { public_id, signature, version } = record(report)
  if (signature === undefined && public_id === undefined) {
    return
  }
  const isRight =
    public_id === publicId &&
    isAnswerAuthentic({
      publicId,
      version: number(version) ?? '',
      signature: text(signature) ?? '',
      secret: client.account.apiSecret,
    })
  if (!isRight) {
    throw driverProblem(
      'upload_unproven',
      'What the browser reports of the upload does not come from Cloudinary. Upload the file again.',
    )
  }
}

const violationOf = ({
  args,
  asset,
}: {
  args: DirectUploadArgs
  asset: CloudAsset
}): Error | null => {
  if (asset.publicId !== args.publicId || asset.type !== args.deliveryType) {
    return driverProblem(
      'upload_unproven',
      'The file lies elsewhere than it was to be. Upload it again.',
    )
  }
  if (asset.bytes > args.size || asset.bytes === 0) {
    return driverProblem(
      'upload_unproven',
      'The file that arrived is not of the size that was announced. Upload it again.',
    )
  }
  const format = asset.resourceType === 'raw' ? args.format : asset.format
  if (format === null || !args.allowedFormats.includes(format)) {
    return driverProblem(
      'type_not_allowed',
      `The file turned out to be of another kind. Allowed here: ${args.allowedFormats.join(', ')}.`,
    )
  }
  return Object.keys(asset.metadata).some((key) => PLACE.test(key))
    ? driverProblem(
        'type_not_allowed',
        'The file still says where it was taken. Remove the location from it, and upload it again.',
      )
    : null
}

/** A signature does not say which kind of file it is for, so the upload may have gone to another. */
const removeStrays = async ({
  args,
  client,
}: {
  args: DirectUploadArgs
  client: Client
}): Promise<void> => {
  const others: ResourceType[] = RESOURCE_TYPES.filter((type) => type !== args.resourceType)
  for (const resourceType of others) {
    await destroy({ ...args, resourceType, client }).catch(() => null)
  }
}
