// PNG: text, time and Exif go; colour and animation stay.
import type { ByteReader } from '../byteReader.ts'
import { be32, concat, crc32, fromLatin1, latin1, startsWith, u32be } from '../bytes.ts'
import { type Edit, removal } from '../edits.ts'
import { fileProblem } from '../problems.ts'
import { isSame, orientationOf, orientationOnly } from './exif.ts'

const TELLING = new Set(['tEXt', 'iTXt', 'zTXt', 'tIME', 'eXIf', 'zxIf', 'caBX', 'dSIG'])
const MAX_CHUNKS = 500_000
/** Exif with a large preview; what is longer loses its orientation. */
const MAX_EXIF = 1024 * 1024

/** Chunks have checksums of their own, so leaving some out needs no other change. */
export const planPng = async (reader: ByteReader): Promise<Edit[]> => {
  if (!startsWith(await reader.read(0, 8), '\x89PNG\r\n\x1a\n')) {
    throw fileProblem('file_damaged')
  }
  const edits: Edit[] = []
  let at = 8
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const head = await reader.read(at, at + 8)
    const end = at + 12 + u32be(head, 0)
    if (!(end <= reader.size)) {
      throw fileProblem('file_damaged')
    }
    const type = latin1(head, 4, 8)
    if (type === 'IEND') {
      return [...edits, removal(end, reader.size)]
    }
    if (type === 'eXIf' && end - at <= MAX_EXIF) {
      edits.push(...onlyOrientation(await reader.read(at, end), at))
    } else if (TELLING.has(type)) {
      edits.push(removal(at, end))
    }
    at = end
  }
  throw fileProblem('file_damaged')
}

const onlyOrientation = (chunk: Uint8Array, start: number): Edit[] => {
  const end = start + chunk.byteLength
  const orientation = orientationOf(chunk.subarray(8, -4))
  if (orientation === 1) {
    return [removal(start, end)]
  }
  const content = concat(fromLatin1('eXIf'), orientationOnly(orientation))
  const bytes = concat(be32(content.byteLength - 4), content, be32(crc32(content)))
  return isSame(bytes, chunk) ? [] : [{ start, end, bytes }]
}
