// Pictures with pixels. Each check reads on from the signature until no other format, and no page
// of HTML with six borrowed letters in front, could still be meant.
import type { ByteReader } from '../byteReader.ts'
import { crc32, startsWith, u16be, u16le, u32be, u32le, u8 } from '../bytes.ts'

/** Segments or blocks before the picture itself; real files have a few dozen. */
const MAX_PARTS = 4096

/** SOI, then a chain of segments that leads to a frame header (ITU-T T.81, annex B). */
export const isJpeg = async (reader: ByteReader): Promise<boolean> => {
  if (!startsWith(await reader.read(0, 3), '\xff\xd8\xff')) {
    return false
  }
  let at = 2
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const head = await reader.read(at, at + 10)
    const marker = u8(head, 1)
    const length = u16be(head, 2)
    if (u8(head, 0) !== 0xff) {
      return false
    }
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrameHeader(marker)) {
      const components = u8(head, 9)
      return (
        u16be(head, 7) > 0 && components > 0 && components <= 4 && length === 8 + 3 * components
      )
    }
    // Only tables, comments and application segments come before the frame.
    const isTable = marker === 0xc4 || marker === 0xcc || marker === 0xdb || marker === 0xdd
    const isExtra = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    if (!(isTable || isExtra) || !(length >= 2)) {
      return false
    }
    at += 2 + length
  }
  return false
}

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const PNG_DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** The signature and an IHDR that is possible, its checksum included (PNG, section 11.2.1). */
export const isPng = async (reader: ByteReader): Promise<boolean> => {
  const head = await reader.read(0, 33)
  const width = u32be(head, 16)
  const height = u32be(head, 20)
  return (
    startsWith(head, '\x89PNG\r\n\x1a\n') &&
    u32be(head, 8) === 13 &&
    startsWith(head, 'IHDR', 12) &&
    isPngSide(width) &&
    isPngSide(height) &&
    (PNG_DEPTHS[u8(head, 25)]?.includes(u8(head, 24)) ?? false) &&
    u8(head, 26) === 0 &&
    u8(head, 27) === 0 &&
    u8(head, 28) <= 1 &&
    crc32(head.subarray(12, 29)) === u32be(head, 29)
  )
}

const isPngSide = (pixels: number): boolean => pixels > 0 && pixels < 0x80000000

/** Plain text, graphic control, comment, application. */
const GIF_EXTENSIONS = [0x01, 0xf9, 0xfe, 0xff]

/** A screen with a size, then blocks that lead to a first picture with a size (GIF89a). */
export const isGif = async (reader: ByteReader): Promise<boolean> => {
  const head = await reader.read(0, 13)
  const isSigned = startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')
  if (!isSigned || !(u16le(head, 6) > 0) || !(u16le(head, 8) > 0)) {
    return false
  }
  let at = 13 + colourTableSize(u8(head, 10))
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const block = await reader.read(at, at + 11)
    const introducer = u8(block, 0)
    if (introducer === 0x2c) {
      const table = colourTableSize(u8(block, 9))
      const codeSize = u8(await reader.read(at + 10 + table, at + 11 + table), 0)
      return u16le(block, 5) > 0 && u16le(block, 7) > 0 && codeSize >= 1 && codeSize <= 8
    }
    if (introducer !== 0x21 || !GIF_EXTENSIONS.includes(u8(block, 1))) {
      return false
    }
    const next = await skipSubBlocks(reader, at + 2)
    if (next === null) {
      return false
    }
    at = next
  }
  return false
}

const colourTableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

const skipSubBlocks = async (reader: ByteReader, start: number): Promise<number | null> => {
  let at = start
  for (let part = 0; part < MAX_PARTS * 16; part += 1) {
    const size = u8(await reader.read(at, at + 1), 0)
    if (Number.isNaN(size)) {
      return null
    }
    at += 1 + size
    if (size === 0) {
      return at
    }
  }
  return null
}

/** RIFF with the chunk that WebP begins with, and that chunk's own signature (RFC 9649). */
export const isWebp = async (reader: ByteReader): Promise<boolean> => {
  const head = await reader.read(0, 30)
  const riffSize = u32le(head, 4)
  const chunkSize = u32le(head, 16)
  if (
    !startsWith(head, 'RIFF') ||
    !startsWith(head, 'WEBP', 8) ||
    !(riffSize >= 4 + 8 + chunkSize) ||
    !(chunkSize > 0)
  ) {
    return false
  }
  if (startsWith(head, 'VP8X', 12)) {
    return chunkSize === 10
  }
  if (startsWith(head, 'VP8L', 12)) {
    return u8(head, 20) === 0x2f
  }
  // A key frame (bit 0 is clear) begins with a code of its own: RFC 6386, section 9.1.
  return (
    startsWith(head, 'VP8 ', 12) &&
    (u8(head, 20) & 1) === 0 &&
    startsWith(head, '\x9d\x01\x2a', 23) &&
    (u16le(head, 26) & 0x3fff) > 0 &&
    (u16le(head, 28) & 0x3fff) > 0
  )
}

const TIFF_WIDTH = 256
const TIFF_HEIGHT = 257

/** A first directory inside the file that has both width and height (TIFF 6.0). */
export const isTiff = async (reader: ByteReader): Promise<boolean> => {
  const head = await reader.read(0, 8)
  const isLittle = startsWith(head, 'II*\0')
  if (!isLittle && !startsWith(head, 'MM\0*')) {
    return false
  }
  const u16 = isLittle ? u16le : u16be
  const start = (isLittle ? u32le : u32be)(head, 4)
  const count = u16(await reader.read(start, start + 2), 0)
  if (!(start >= 8) || !(count >= 2 && count <= MAX_PARTS)) {
    return false
  }
  const entries = await reader.read(start + 2, start + 2 + count * 12)
  const tags = Array.from({ length: count }, (_, index) => u16(entries, index * 12))
  return tags.includes(TIFF_WIDTH) && tags.includes(TIFF_HEIGHT)
}
