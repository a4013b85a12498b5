// The driver in front of a Cloudinary on loopback, with little patience, and files to give it.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { startCloudinary, type CloudinaryStandIn } from '../../test/support/cloudinary/index.ts'
import type { StandInOptions } from '../../test/support/cloudinary/state.ts'
import type { DirectUploadArgs, MediaDriver, StoreArgs } from '../media/driver.ts'
import { deliveryBaseOf } from './account.ts'
import { cloudinaryDriver, type CloudinaryDriverOptions } from './driver.ts'

export const SECRET = 'hush-this-is-secret'

/** Bytes; the parts of large files are as small as this in tests. */
export const CHUNK = 100_000

/** Tries again at once, but takes no slow machine for a stalled one. */
export const QUICK = { attempts: 4, firstWait: 1, longestWait: 5, stall: 10_000 }

export type Bench = {
  cloud: CloudinaryStandIn
  driver: MediaDriver
  stop: () => Promise<void>
}

export const startBench = async ({
  options = {},
  standIn = {},
}: {
  options?: Partial<CloudinaryDriverOptions>
  standIn?: Partial<StandInOptions>
} = {}): Promise<Bench> => {
  const cloud = await startCloudinary({
    cloudName: 'demo',
    apiKey: '1234567890',
    apiSecret: SECRET,
    chunkMinimum: 1000,
    ...standIn,
  })
  const driver = cloudinaryDriver({
    accounts: {
      find: async () => cloud.account,
      deliveryBaseOf: () => deliveryBaseOf(cloud.account),
    },
    chunkSize: CHUNK,
    patience: QUICK,
    ...options,
  })
  return { cloud, driver, stop: cloud.stop }
}

export const picture = async (color = '#3a7', { hasPlace = false } = {}): Promise<Uint8Array> => {
  const image = sharp({ create: { width: 64, height: 48, channels: 3, background: color } })
  const placed = hasPlace
    ? image.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 20/1 0/1' } })
    : image
  return new Uint8Array(await placed.jpeg().toBuffer())
}

/** Bytes that look like an MP4 to whoever reads only its head. */
export const film = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 1) {
    bytes[at] = (at * 31) % 251
  }
  bytes.set(new TextEncoder().encode('\0\0\0\x18ftypisom'), 0)
  return bytes
}

export const storeArgs = (data: Uint8Array, more: Partial<StoreArgs> = {}): StoreArgs => ({
  account: null,
  publicId: `vitrine/acme/media/${randomUUID().replace(/-/g, '')}`,
  resourceType: 'image',
  deliveryType: 'upload',
  format: 'jpg',
  mimeType: 'image/jpeg',
  source: { data, size: data.length },
  displayName: 'A day, at sea.jpg',
  tenant: 'acme',
  folder: 'acme',
  tags: ['tenant:acme'],
  ...more,
})

export const filmArgs = (data: Uint8Array, more: Partial<StoreArgs> = {}): StoreArgs =>
  storeArgs(data, { resourceType: 'video', format: 'mp4', mimeType: 'video/mp4', ...more })

export const directArgs = (
  data: Uint8Array,
  more: Partial<DirectUploadArgs> = {},
): DirectUploadArgs => {
  const { signal: _signal, source, ...rest } = storeArgs(data)
  return { ...rest, size: source.size, allowedFormats: ['jpg'], ...more }
}

/** Puts the bytes on the disk for as long as the work takes. */
export const withFile = async <T>(
  data: Uint8Array,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'cloudinary-driver-'))
  try {
    const path = join(folder, 'file')
    await writeFile(path, data)
    return await work(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const md5 = (data: Uint8Array): string => createHash('md5').update(data).digest('hex')

export const bytesOf = async (body: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of body) {
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

export const caught = async (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => {
      throw new Error('This was expected to fail.')
    },
    (err: unknown) => err as Error,
  )
