// Where a file lies in the folder: <folder>/<delivery type>/<public id>/. Nothing leads out of it.
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { driverProblem } from '../../media/driverProblem.ts'
import {
  deliveryPath,
  parseDeliveryPath,
  type DeliveryType,
  type ResourceType,
} from '../../media/grammar/index.ts'

/** Temporary folders lie here; the dot keeps them apart from every delivery type. */
export const INCOMING = '.incoming'

export const RECORD_FILE = 'asset.json'
export const POSTER_FILE = 'poster.jpg'
export const STREAM_FOLDER = 'hls'

export const originalName = (format: string): string =>
  format === '' ? 'original' : `original.${format}`

/** Whether the grammar of addresses can name it; what it can name has no way out of a folder. */
export const isPublicId = (publicId: string, resourceType: ResourceType): boolean =>
  parseDeliveryPath(
    deliveryPath({
      resourceType,
      deliveryType: 'upload',
      transformation: [],
      version: 1,
      publicId,
      extension: null,
      signature: null,
    }),
  )?.publicId === publicId

/** The folder of one file, whether or not it is there. Only for ids that {@link isPublicId} knows. */
export const assetFolder = ({
  deliveryType,
  folder,
  publicId,
}: {
  folder: string
  deliveryType: DeliveryType
  publicId: string
}): string => path.join(folder, deliveryType, ...publicId.split('/'))

/** @throws `storage_refused` for an id or a format that could name something else. */
export const assertNameable = ({
  format,
  publicId,
  resourceType,
}: {
  publicId: string
  resourceType: ResourceType
  format: string
}): void => {
  if (!isPublicId(publicId, resourceType) || !/^[a-z0-9]{0,5}$/.test(format)) {
    throw driverProblem(
      'storage_refused',
      'The file has an id or a format with characters that no address can hold.',
    )
  }
}

/** Of the few folders that there are, which stay where they are while the process runs. */
const roots = new Map<string, string>()

/** Whether the path, with every symbolic link resolved, still lies in the folder. */
export const isInside = (folder: string, target: string): Promise<boolean> =>
  leadsInto({ folder, target }).catch(() => false)

/** @throws `ENOENT` when there is no such target. */
export const leadsInto = async ({
  folder,
  target,
}: {
  folder: string
  target: string
}): Promise<boolean> => {
  const root = roots.get(folder) ?? (await realpath(folder))
  roots.set(folder, root)
  return (await realpath(target)).startsWith(root + path.sep)
}
