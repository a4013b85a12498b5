// Cloudinary as a place for files: keeps them, makes their renditions, streams their films.
import type { AssetRef, MediaDriver, StoredAsset } from '../media/driver.ts'
import { driverProblem } from '../media/driverProblem.ts'
import { DELIVERY_TYPES, RESOURCE_TYPES, type DeliveryType } from '../media/grammar/index.ts'
import { DELIVERY_BASE_URL, type CloudinaryAccount } from './account.ts'
import type { Client } from './client/call.ts'
import { destroy } from './client/destroy.ts'
import { explicit } from './client/explicit.ts'
import { listAssets } from './client/listAssets.ts'
import { PATIENCE, type Patience } from './client/patience.ts'
import { changeType } from './client/rename.ts'
import { usage } from './client/usage.ts'
import { fetchRendition, readOriginal } from './delivery.ts'
import { beginUpload, completeUpload } from './directUpload.ts'
import { isFilm, storedAsset, streamProgress } from './status.ts'
import { storeFile, type StoreOptions } from './store.ts'
import type { EagerVideo } from './uploadParams.ts'

export type CloudinaryDriverOptions = {
  accounts: {
    /** The cloud of this name; for `null`, the one that is used where none is named. */
    find: (account: string | null) => Promise<CloudinaryAccount>
    /**
     * What public addresses of the cloud begin with; must be known without asking anybody. Default:
     * `https://res.cloudinary.com/<account>`. Clouds with a host of their own need it, and so does
     * `null`; {@link deliveryBaseOf} makes it of an account.
     */
    deliveryBaseOf?: (account: string | null) => string
  }
  /** Where Cloudinary tells what happened; reachable from the internet. Default: nowhere. */
  notificationUrl?: string
  /** What is made of films in advance; `null`: nothing. Default: a stream, and MP4 of 1280 pixels. */
  eagerVideo?: EagerVideo | null
  /** Bytes of the parts of large files, at least 5 MB. Default 20 MB. */
  chunkSize?: number
  patience?: Partial<Patience>
}

/**
 * @example
 * const account = parseCloudinaryUrl(process.env.CLOUDINARY_URL)
 * const driver = cloudinaryDriver({
 *   accounts: { find: async () => account, deliveryBaseOf: () => deliveryBaseOf(account) },
 * })
 */
export const cloudinaryDriver = (options: CloudinaryDriverOptions): MediaDriver => {
  const { accounts, chunkSize, eagerVideo = { mp4Width: 1280 }, notificationUrl } = options
  const patience = { ...PATIENCE, ...options.patience }
  const clientFor = async (account: string | null): Promise<Client> => ({
    account: await accounts.find(account),
    patience,
  })
  const storeOptions = async (account: string | null): Promise<StoreOptions> => ({
    chunkSize,
    client: await clientFor(account),
    eagerVideo,
    notificationUrl,
  })
  return {
    name: 'cloudinary',
    hasAccounts: true,
    canTransform: true,
    store: async (args) => storeFile({ args, options: await storeOptions(args.account) }),
    read: async (ref, { range, signal } = {}) =>
      readOriginal({ client: await clientFor(ref.account), range, ref, signal }),
    find: async (ref) => find({ client: await clientFor(ref.account), eagerVideo, ref }),
    remove: async (ref) => remove({ client: await clientFor(ref.account), ref }),
    setDeliveryType: async (ref, deliveryType) =>
      setDeliveryType({ client: await clientFor(ref.account), deliveryType, ref }),
    list: async function* ({ account, prefix }) {
      const client = await clientFor(account)
      for (const resourceType of RESOURCE_TYPES) {
        for (const deliveryType of DELIVERY_TYPES) {
          for await (const asset of listAssets({ client, deliveryType, prefix, resourceType })) {
            const { bytes, createdAt, publicId } = asset
            const cloud = client.account.cloudName
            yield { publicId, resourceType, deliveryType, account: cloud, createdAt, bytes }
          }
        }
      }
    },
    deliveryBase: accounts.deliveryBaseOf ?? publicBase,
    fetchDelivery: async ({ ref, ...rest }) =>
      fetchRendition({ client: await clientFor(ref.account), ref, ...rest }),
    beginDirectUpload: async (args) =>
      beginUpload({ args, options: await storeOptions(args.account) }),
    completeDirectUpload: async (args) =>
      completeUpload({ args, options: await storeOptions(args.account) }),
    ...(eagerVideo && {
      processes: ['video' as const],
      process: async (ref: AssetRef) =>
        progressOf({ client: await clientFor(ref.account), eagerVideo, ref }),
    }),
    // Cloudinary takes the poster from the film itself: see posterTransformation.
    storePoster: async () => undefined,
    usage: async (account) => {
      const { bytes, limit } = await usage({ client: await clientFor(account) })
      return { bytes, limit }
    },
  }
}

const find = async ({
  client,
  eagerVideo,
  ref,
}: {
  client: Client
  eagerVideo: EagerVideo | null
  ref: AssetRef
}): Promise<StoredAsset | null> => {
  const asset = await explicit({ ...ref, client })
  if (asset === null) {
    return null
  }
  const progress =
    isFilm(ref) && eagerVideo
      ? await streamProgress({ client, ref: { ...ref, version: asset.version } })
      : { status: 'ready' as const }
  return storedAsset({ account: client.account.cloudName, asset, progress, ref })
}

/** Cloudinary has begun with the upload; asking is all that is left to do. */
const progressOf = async (args: Parameters<typeof find>[0]): Promise<StoredAsset> => {
  const asset = await find(args)
  if (asset === null) {
    throw missing()
  }
  return asset
}

/** Under both types: what a broken-off change of type left under the other must not stay public. */
const remove = async ({
  client,
  ref,
}: {
  client: Client
  ref: AssetRef
}): Promise<'removed' | 'absent'> => {
  const here = await destroy({ ...ref, client })
  return here === 'removed'
    ? here
    : destroy({ ...ref, client, deliveryType: otherThan(ref.deliveryType) })
}

const setDeliveryType = async ({
  client,
  deliveryType,
  ref,
}: {
  client: Client
  ref: AssetRef
  deliveryType: DeliveryType
}): Promise<AssetRef> => {
  const { publicId, resourceType } = ref
  const which = { client, publicId, resourceType }
  const there = async () => explicit({ ...which, deliveryType })
  const move = async () => changeType({ ...which, from: otherThan(deliveryType), to: deliveryType })
  const asset =
    ref.deliveryType === deliveryType
      ? ((await there()) ?? (await move()))
      : ((await move()) ?? (await there()))
  if (asset === null) {
    throw missing()
  }
  return { ...ref, deliveryType, version: asset.version }
}

const missing = (): Error =>
  driverProblem('asset_missing', 'Cloudinary does not have this file. Upload it again.')

const otherThan = (deliveryType: DeliveryType): DeliveryType =>
  deliveryType === 'upload' ? 'authenticated' : 'upload'

const publicBase = (account: string | null): string => {
  if (account === null) {
    throw driverProblem(
      'storage_refused',
      'It is not set which Cloudinary cloud delivers this file. Pass accounts.deliveryBaseOf to the driver.',
    )
  }
  return `${DELIVERY_BASE_URL}/${account}`
}
