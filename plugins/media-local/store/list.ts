// Every stored file whose id begins with a prefix. Walks; links are not followed.
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { ListedAsset } from '../../media/driver.ts'
import { DELIVERY_TYPES, type DeliveryType } from '../../media/grammar/index.ts'
import { RECORD_FILE } from './place.ts'
import { readRecord } from './record.ts'

export async function* listAssets({
  folder,
  prefix,
}: {
  folder: string
  prefix: string
}): AsyncGenerator<ListedAsset> {
  const segments = prefix.split('/').slice(0, -1)
  if (segments.some((segment) => !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(segment))) {
    return
  }
  for (const deliveryType of DELIVERY_TYPES) {
    yield* walk({ at: segments, deliveryType, folder, prefix })
  }
}

async function* walk({
  at,
  deliveryType,
  folder,
  prefix,
}: {
  folder: string
  deliveryType: DeliveryType
  at: string[]
  prefix: string
}): AsyncGenerator<ListedAsset> {
  const directory = path.join(folder, deliveryType, ...at)
  const entries = await entriesOf(directory)
  if (entries.some(({ name }) => name === RECORD_FILE)) {
    const record = await readRecord(directory)
    if (record?.publicId.startsWith(prefix)) {
      yield {
        account: null,
        publicId: record.publicId,
        resourceType: record.resourceType,
        deliveryType,
        bytes: record.bytes,
        createdAt: new Date(record.createdAt),
      }
    }
    return
  }
  for (const entry of entries) {
    const below = [...at, entry.name]
    const id = below.join('/')
    if (entry.isDirectory() && (id.startsWith(prefix) || prefix.startsWith(`${id}/`))) {
      yield* walk({ at: below, deliveryType, folder, prefix })
    }
  }
}

const entriesOf = async (directory: string): Promise<Dirent[]> => {
  try {
    const entries = await readdir(directory, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return []
    }
    throw err
  }
}
