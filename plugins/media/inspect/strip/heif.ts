// AVIF and HEIC (ISO/IEC 23008-12): Exif and XMP are items beside the picture. Their bytes become
// zeros and their type one that nobody reads, in place, so that no offset moves. The orientation is
// a property of the picture, not of its Exif.
import { type Box, boxesIn, findBox, readBoxes } from '../bmff.ts'
import type { ByteReader } from '../byteReader.ts'
import { fromLatin1, latin1, u16be, u32be, u64be, u8 } from '../bytes.ts'
import { blanking, type Edit } from '../edits.ts'
import { fileProblem } from '../problems.ts'
import { freed, planFilm, TELLING_AT_TOP } from './movie.ts'

/** Exif, and `mime` for XMP and other documents. */
const TELLING_ITEMS = new Set(['Exif', 'mime'])
const NOBODYS = fromLatin1('void')
const MAX_META = 16 * 1024 * 1024
const FULL_BOX = 4

/** Items of the picture, notes at the top, and of a moving AVIF what a film has. */
export const planHeif = async (reader: ByteReader): Promise<Edit[]> => {
  const top = await readBoxes({ end: reader.size, reader, start: 0 })
  const edits = [
    ...(await freed({ boxes: top, reader, types: TELLING_AT_TOP })),
    ...(await planFilm({ reader, top })),
  ]
  const meta = findBox(top, 'meta')
  if (!meta) {
    return edits
  }
  if (meta.end - meta.bodyStart > MAX_META) {
    throw fileProblem('file_damaged')
  }
  const boxes = await readBoxes({ end: meta.end, reader, start: meta.bodyStart + FULL_BOX })
  const items = await tellingItems(reader, findBox(boxes, 'iinf'))
  if (items.length === 0) {
    return edits
  }
  const ids = new Set(items.map(({ id }) => id))
  edits.push(
    ...items.map(({ typeAt }) => ({ start: typeAt, end: typeAt + 4, bytes: NOBODYS })),
    ...(await extentsOf({ boxes, ids, reader })).flatMap(({ end, start }) => blanking(start, end)),
  )
  return edits
}

type Item = { id: number; typeAt: number }

const tellingItems = async (reader: ByteReader, information?: Box): Promise<Item[]> => {
  if (!information) {
    return []
  }
  const version = u8(await reader.read(information.bodyStart, information.bodyStart + 1), 0)
  const start = information.bodyStart + FULL_BOX + (version === 0 ? 2 : 4)
  const entries = await boxesIn(reader, { ...information, bodyStart: start })
  const items: Item[] = []
  for (const { bodyStart, type } of entries) {
    const bytes = await reader.read(bodyStart, bodyStart + 16)
    // HEIF demands version 2 or 3; in older ones there is no type.
    if (type !== 'infe' || !(u8(bytes, 0) === 2 || u8(bytes, 0) === 3)) {
      throw fileProblem('file_damaged')
    }
    const isWide = u8(bytes, 0) === 3
    const typeAt = isWide ? 10 : 8
    if (TELLING_ITEMS.has(latin1(bytes, typeAt, typeAt + 4))) {
      const id = isWide ? u32be(bytes, 4) : u16be(bytes, 4)
      items.push({ id, typeAt: bodyStart + typeAt })
    }
  }
  return items
}

type Range = { end: number; start: number }

/** Reads `iloc` (14496-12, 8.11.3), whose numbers are as wide as it says itself. */
const extentsOf = async ({
  boxes,
  ids,
  reader,
}: {
  boxes: readonly Box[]
  ids: ReadonlySet<number>
  reader: ByteReader
}): Promise<Range[]> => {
  const location = findBox(boxes, 'iloc')
  if (!location) {
    throw fileProblem('file_damaged')
  }
  const table = await reader.read(location.bodyStart, location.end)
  const version = u8(table, 0)
  const widths = [u8(table, 4) >> 4, u8(table, 4) & 15, u8(table, 5) >> 4, u8(table, 5) & 15]
  const [offsetWidth = 0, lengthWidth = 0, baseWidth = 0, lastWidth = 0] = widths
  const indexWidth = version === 0 ? 0 : lastWidth
  const idWidth = version < 2 ? 2 : 4
  const next = cursorOf(table, 6)
  const ranges: Range[] = []
  for (let count = next(idWidth); count > 0; count -= 1) {
    const isTelling = ids.has(next(idWidth))
    const method = version === 0 ? 0 : next(2) & 15
    next(2)
    const base = next(baseWidth)
    for (let extents = next(2); extents > 0; extents -= 1) {
      next(indexWidth)
      const offset = base + next(offsetWidth)
      const length = next(lengthWidth)
      if (isTelling) {
        ranges.push(rangeOf({ boxes, length, method, offset, size: reader.size }))
      }
    }
  }
  return ranges
}

/** Numbers one after the other; the end of the table is the end of the file's credit. */
const cursorOf = (table: Uint8Array, start: number): ((width: number) => number) => {
  let at = start
  const readers: Record<number, (bytes: Uint8Array, at: number) => number> = {
    0: () => 0,
    2: u16be,
    4: u32be,
    8: u64be,
  }
  return (width) => {
    const value = readers[width]?.(table, at) ?? NaN
    at += width
    if (Number.isNaN(value)) {
      throw fileProblem('file_damaged')
    }
    return value
  }
}

const rangeOf = ({
  boxes,
  length,
  method,
  offset,
  size,
}: {
  boxes: readonly Box[]
  length: number
  method: number
  offset: number
  size: number
}): Range => {
  const data = findBox(boxes, 'idat')
  const [start, limit] =
    method === 0 ? [offset, size] : method === 1 && data ? [data.bodyStart + offset, data.end] : []
  if (start === undefined || limit === undefined || !(length > 0 && start + length <= limit)) {
    throw fileProblem('file_damaged')
  }
  return { start, end: start + length }
}
