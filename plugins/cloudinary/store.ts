// Stores a file from this server, and leaves nothing behind when that fails.
import { createHash, randomUUID } from 'node:crypto'
import type { FileSource, StoreArgs, StoredAsset } from '../media/driver.ts'
import { driverProblem } from '../media/driverProblem.ts'
import type { CloudAsset } from './client/asset.ts'
import type { Client } from './client/call.ts'
import { destroy } from './client/destroy.ts'
import { explicit } from './client/explicit.ts'
import { readSource } from './client/multipart.ts'
import { chunkSizeFor, upload } from './client/upload.ts'
import { isFilm, storedAsset, streamProgress, type Progress } from './status.ts'
import { uploadParams, type EagerVideo } from './uploadParams.ts'

export type StoreOptions = {
  client: Client
  eagerVideo: EagerVideo | null
  notificationUrl?: string
  chunkSize?: number
}

export const storeFile = async ({
  args,
  options,
}: {
  args: StoreArgs
  options: StoreOptions
}): Promise<StoredAsset> => {
  const { chunkSize, client, eagerVideo, notificationUrl } = options
  const { publicId, resourceType, signal, source } = args
  const md5 = await md5Of(source, signal)
  /** Kept with the file, so that what this very call stored can be told from what was there. */
  const attempt = randomUUID()
  const asset = await uploadOrLook({
    args,
    attempt,
    client,
    work: () =>
      upload({
        chunkSize: chunkSizeFor({ chunkSize, resourceType, size: source.size }),
        client,
        fileName: `file.${args.format}`,
        params: uploadParams({
          account: client.account,
          allowedFormats: [args.format],
          args,
          context: { attempt },
          eagerVideo,
          notificationUrl,
        }),
        resourceType,
        signal,
        source,
      }),
  })
  const isOurs = !asset.hasExisted || asset.context.attempt === attempt
  if (!isOurs && asset.etag !== md5) {
    throw driverProblem(
      'storage_refused',
      'Cloudinary holds another file under this id already. Upload the file again, under a new one.',
    )
  }
  if (isOurs && !isAsSent({ asset, md5, publicId, size: source.size })) {
    await remove({ args: { ...args, publicId: asset.publicId }, client })
    throw driverProblem(
      'storage_unreachable',
      'The file did not arrive at Cloudinary as it was sent. Upload it again.',
      { isPassing: true },
    )
  }
  return storedAsset({
    account: client.account.cloudName,
    asset,
    ref: args,
    progress: await progressOf({ args, asset, client, eagerVideo, isOurs }),
  })
}

/** A failed upload may have arrived all the same, with only its answer lost. */
const uploadOrLook = async ({
  args,
  attempt,
  client,
  work,
}: {
  args: StoreArgs
  attempt: string
  client: Client
  work: () => Promise<CloudAsset>
}): Promise<CloudAsset> => {
  try {
    return await work()
  } catch (err) {
    const arrived = await look({ args, client })
    if (arrived?.context.attempt !== attempt) {
      throw err
    }
    if (args.signal?.aborted) {
      await remove({ args, client })
      throw err
    }
    return arrived
  }
}

/** Tidying up has a patience of its own: whoever gave up no longer waits for it. */
const hasty = (client: Client): Client => ({
  ...client,
  patience: { ...client.patience, attempts: Math.min(2, client.patience.attempts) },
})

/** Silent about its own failures: the first one is what counts, and the sweep finds what remains. */
const look = async ({ args, client }: { args: StoreArgs; client: Client }) =>
  explicit({ ...args, client: hasty(client), signal: undefined }).catch(() => null)

const remove = async ({ args, client }: { args: StoreArgs; client: Client }): Promise<void> => {
  await destroy({ ...args, client: hasty(client), signal: undefined }).catch(() => null)
}

const isAsSent = ({
  asset,
  md5,
  publicId,
  size,
}: {
  asset: CloudAsset
  md5: string
  publicId: string
  size: number
}): boolean =>
  asset.publicId === publicId &&
  asset.bytes === size &&
  (asset.etag === md5 || !/^[0-9a-f]{32}$/.test(asset.etag))

const progressOf = async ({
  args,
  asset,
  client,
  eagerVideo,
  isOurs,
}: {
  args: StoreArgs
  asset: CloudAsset
  client: Client
  eagerVideo: EagerVideo | null
  isOurs: boolean
}): Promise<Progress> => {
  if (!isFilm(args) || eagerVideo === null) {
    return { status: 'ready' }
  }
  return isOurs
    ? { status: 'processing', hasStream: false }
    : streamProgress({
        client,
        ref: { ...args, driver: 'cloudinary', version: asset.version },
        signal: args.signal,
      })
}

const md5Of = async (source: FileSource, signal?: AbortSignal): Promise<string> => {
  const hash = createHash('md5')
  for await (const piece of readSource(source)) {
    signal?.throwIfAborted()
    hash.update(piece)
  }
  return hash.digest('hex')
}
