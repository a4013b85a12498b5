// The last step of storing: the received folder takes its place, unless the id has a file already.
import path from 'node:path'
import type { StoreArgs, StoredAsset } from '../../media/driver.ts'
import { driverProblem } from '../../media/driverProblem.ts'
import { DELIVERY_TYPES, type DeliveryType } from '../../media/grammar/index.ts'
import { moveInto } from './moveInto.ts'
import { assetFolder, leadsInto } from './place.ts'
import type { Received } from './receive.ts'
import { assetOf, readRecord, type AssetRecord } from './record.ts'

/** Gives the received folder its place, or finds that the same bytes have it already. */
export const settle = async ({
  args,
  folder,
  received,
  record,
}: {
  args: StoreArgs
  folder: string
  received: Received
  record: AssetRecord
}): Promise<StoredAsset> => {
  const before = await holderOf({ args, folder })
  if (before) {
    return sameOrRefused({ before, record })
  }
  await assertNotNested({ folder, publicId: args.publicId })
  const target = assetFolder({ deliveryType: args.deliveryType, folder, publicId: args.publicId })
  try {
    await moveInto({
      check: (parent) => assertInside({ folder, parent }),
      from: received.directory,
      to: target,
    })
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') {
      throw err
    }
    // Somebody stored it in the meantime.
    const other = await holderOf({ args, folder })
    if (other) {
      return sameOrRefused({ before: other, record })
    }
    throw taken(err)
  }
  return assetOf({ deliveryType: args.deliveryType, name: 'local', record })
}

const assertInside = async ({
  folder,
  parent,
}: {
  folder: string
  parent: string
}): Promise<void> => {
  if (!(await leadsInto({ folder, target: parent }))) {
    throw driverProblem('storage_refused', 'The folder of the file leads out of the media folder.')
  }
}

type Holder = { record: AssetRecord; deliveryType: DeliveryType }

const holderOf = async ({
  args,
  folder,
}: {
  args: StoreArgs
  folder: string
}): Promise<Holder | null> => {
  for (const deliveryType of DELIVERY_TYPES) {
    const record = await readRecord(assetFolder({ deliveryType, folder, publicId: args.publicId }))
    if (record) {
      return { deliveryType, record }
    }
  }
  return null
}

const sameOrRefused = ({ before, record }: { before: Holder; record: AssetRecord }) => {
  if (before.record.etag !== record.etag || before.record.bytes !== record.bytes) {
    throw taken()
  }
  return assetOf({ deliveryType: before.deliveryType, name: 'local', record: before.record })
}

const taken = (cause?: unknown) =>
  driverProblem('storage_refused', 'Another file already has this id. Store it under a new one.', {
    cause,
  })

/** A file inside another's folder would move and go with it. */
const assertNotNested = async ({
  folder,
  publicId,
}: {
  folder: string
  publicId: string
}): Promise<void> => {
  const segments = publicId.split('/')
  for (let depth = 1; depth < segments.length; depth += 1) {
    for (const deliveryType of DELIVERY_TYPES) {
      if (await readRecord(path.join(folder, deliveryType, ...segments.slice(0, depth)))) {
        throw driverProblem('storage_refused', 'The id lies inside the id of another file.')
      }
    }
  }
}
