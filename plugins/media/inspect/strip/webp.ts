// WebP (RFC 9649): the chunks for Exif and XMP go, and the header learns of it.
import type { ByteReader } from '../byteReader.ts'
import { concat, fromLatin1, latin1, le32, startsWith, u32le, u8 } from '../bytes.ts'
import { type Edit, lengthChange, removal } from '../edits.ts'
import { fileProblem } from '../problems.ts'
import { isSame, orientationOf, orientationOnly } from './exif.ts'

/** What the container specification names; other chunks are somebody's notes. */
const PICTURE_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04
const MAX_CHUNKS = 100_000
const MAX_EXIF = 1024 * 1024

/** Also takes away what stands behind the RIFF container. */
export const planWebp = async (reader: ByteReader): Promise<Edit[]> => {
  const header = await reader.read(0, 12)
  const end = 8 + u32le(header, 4)
  if (
    !startsWith(header, 'RIFF') ||
    !startsWith(header, 'WEBP', 8) ||
    !(end >= 12 && end <= reader.size)
  ) {
    throw fileProblem('file_damaged')
  }
  const edits: Edit[] = []
  let flagsAt: number | null = null
  let keepsExif = false
  let at = 12
  for (let count = 0; at < end; count += 1) {
    const head = await reader.read(at, at + 8)
    const size = u32le(head, 4)
    const bodyEnd = at + 8 + size
    // Chunks begin at even offsets; the last one's padding may be missing.
    const next = Math.min(bodyEnd + (size % 2), end)
    if (!(bodyEnd <= end) || count >= MAX_CHUNKS) {
      throw fileProblem('file_damaged')
    }
    const type = latin1(head, 0, 4)
    if (type === 'VP8X' && size === 10) {
      flagsAt = at + 8
    } else if (type === 'EXIF' && !keepsExif && size <= MAX_EXIF) {
      const changes = onlyOrientation(await reader.read(at, next), at)
      keepsExif = changes.every(({ bytes }) => bytes.byteLength > 0)
      edits.push(...changes)
    } else if (!PICTURE_CHUNKS.has(type)) {
      edits.push(removal(at, next))
    }
    at = next
  }
  return [...(await headerEdits({ edits, end, flagsAt, keepsExif, reader })), ...edits].concat(
    removal(end, reader.size),
  )
}

const onlyOrientation = (chunk: Uint8Array, start: number): Edit[] => {
  const end = start + chunk.byteLength
  const orientation = orientationOf(chunk.subarray(8))
  if (orientation === 1) {
    return [removal(start, end)]
  }
  const content = orientationOnly(orientation)
  const bytes = concat(fromLatin1('EXIF'), le32(content.byteLength), content)
  return isSame(bytes, chunk) ? [] : [{ start, end, bytes }]
}

const headerEdits = async ({
  edits,
  end,
  flagsAt,
  keepsExif,
  reader,
}: {
  edits: readonly Edit[]
  end: number
  flagsAt: number | null
  keepsExif: boolean
  reader: ByteReader
}): Promise<Edit[]> => {
  const change = lengthChange(edits)
  const header: Edit[] = change ? [{ start: 4, end: 8, bytes: le32(end - 8 + change) }] : []
  if (flagsAt !== null) {
    const flags = u8(await reader.read(flagsAt, flagsAt + 1), 0)
    const clean = (flags & ~(HAS_EXIF | HAS_XMP)) | (keepsExif ? HAS_EXIF : 0)
    if (clean !== flags) {
      header.push({ start: flagsAt, end: flagsAt + 1, bytes: Uint8Array.of(clean) })
    }
  }
  return header
}
