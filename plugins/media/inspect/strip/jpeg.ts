// JPEG (ITU-T T.81): application segments and comments go, except what decoding needs.
import type { ByteReader } from '../byteReader.ts'
import { concat, fromLatin1, startsWith, u16be, u8 } from '../bytes.ts'
import { type Edit, removal } from '../edits.ts'
import { fileProblem } from '../problems.ts'
import { isSame, orientationOf, orientationOnly } from './exif.ts'

/** Colour is decoded differently without these: density, profile, transform. */
const KEPT: Record<number, string> = {
  0xe0: 'JFIF\0',
  0xe2: 'ICC_PROFILE\0',
  0xee: 'Adobe',
}

const EXIF = 'Exif\0\0'
const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const MAX_SEGMENTS = 20_000
const PIECE = 32 * 1024

/** What follows the end of the picture goes too: previews, depth maps, the film of a live photo. */
export const planJpeg = async (reader: ByteReader): Promise<Edit[]> => {
  if (!startsWith(await reader.read(0, 2), `\xff${String.fromCharCode(START)}`)) {
    throw fileProblem('file_damaged')
  }
  const edits: Edit[] = []
  let hasExif = false
  let at = 2
  for (let count = 0; count < MAX_SEGMENTS && at < reader.size; count += 1) {
    const head = await reader.read(at, at + 18)
    const marker = u8(head, 1)
    if (u8(head, 0) !== 0xff) {
      throw fileProblem('file_damaged')
    }
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === END) {
      return [...edits, removal(at + 2, reader.size)]
    }
    const end = at + 2 + u16be(head, 2)
    if (!(end >= at + 4 && end <= reader.size)) {
      throw fileProblem('file_damaged')
    }
    if (!hasExif && marker === 0xe1 && startsWith(head, EXIF, 4)) {
      hasExif = true
      edits.push(...onlyOrientation(await reader.read(at, end), at))
    } else if (!isNeeded(marker, head)) {
      edits.push(removal(at, end))
    }
    at = marker === SCAN ? await endOfScan(reader, end) : end
  }
  if (at < reader.size) {
    throw fileProblem('file_damaged')
  }
  // It ends without an end marker, as some cameras do it; then nothing is behind it either.
  return edits
}

const isNeeded = (marker: number, head: Uint8Array): boolean => {
  const isExtra = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
  const kept = KEPT[marker]
  return !isExtra || (kept !== undefined && startsWith(head, kept, 4))
}

const onlyOrientation = (segment: Uint8Array, start: number): Edit[] => {
  const end = start + segment.byteLength
  const orientation = orientationOf(segment.subarray(4))
  if (orientation === 1) {
    return [removal(start, end)]
  }
  const content = concat(fromLatin1(EXIF), orientationOnly(orientation))
  const bytes = concat(Uint8Array.of(0xff, 0xe1, 0, content.byteLength + 2), content)
  return isSame(bytes, segment) ? [] : [{ start, end, bytes }]
}

/**
 * Coded data go on until a marker; 0xff00 is a coded 0xff, and 0xffd0 to 0xffd7 are restarts inside
 * the scan (B.1.1).
 */
const endOfScan = async (reader: ByteReader, start: number): Promise<number> => {
  for (let at = start; at < reader.size; at += PIECE) {
    // One byte more, for a marker across the border.
    const bytes = await reader.read(at, at + PIECE + 1)
    let index = bytes.indexOf(0xff)
    while (index >= 0 && index < bytes.byteLength - 1) {
      const next = bytes[index + 1] ?? 0
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) {
        return at + index
      }
      index = bytes.indexOf(0xff, index + 1)
    }
  }
  return reader.size
}
