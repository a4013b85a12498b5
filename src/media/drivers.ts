// Which stores there are, by what the environment names.
import path from 'node:path'
import type { Payload } from 'payload'
import {
  cloudinaryDriver,
  parseCloudinaryUrl,
  type CloudinaryAccount,
} from '../../plugins/cloudinary/index.ts'
import type { MediaDriver } from '../../plugins/media/index.ts'
import { localDriver } from '../../plugins/media-local/index.ts'
import { uploadthingDriver, uploadthingOptions } from '../../plugins/uploadthing/index.ts'
import { createAccounts, type Accounts } from './accounts.ts'

export type Stores = {
  accounts: Accounts
  drivers: MediaDriver[]
  /** The installation's own cloud. */
  cloud: CloudinaryAccount | null
  hasUploadthing: boolean
}

export const dataDir = (): string => path.resolve(process.env.DATA_DIR || '.data')

/** @param getPayload Known once files are asked for. */
export const createStores = ({ getPayload }: { getPayload: () => Payload }): Stores => {
  const { CLOUDINARY_URL, SERVER_URL } = process.env
  const cloud = CLOUDINARY_URL ? parseCloudinaryUrl(CLOUDINARY_URL) : null
  const accounts = createAccounts({ getPayload, own: cloud })
  const uploadthing = uploadthingOptions(process.env)
  return {
    accounts,
    cloud,
    hasUploadthing: uploadthing !== null,
    drivers: [
      localDriver({
        folder: path.join(dataDir(), 'media'),
        cacheFolder: path.join(dataDir(), 'cache', 'media'),
      }),
      cloudinaryDriver({
        accounts,
        ...(SERVER_URL?.startsWith('https://')
          ? { notificationUrl: `${SERVER_URL.replace(/\/$/, '')}/api/media/notifications` }
          : {}),
      }),
      ...(uploadthing ? [uploadthingDriver(uploadthing)] : []),
    ],
  }
}
