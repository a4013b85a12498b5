// Boxes of the ISO base media file format (ISO/IEC 14496-12): MP4, MOV, AVIF and HEIC.
import type { ByteReader } from './byteReader.ts'
import { latin1, u32be, u64be } from './bytes.ts'
import { fileProblem } from './problems.ts'

export type Box = {
  type: string
  /** Of the header. */
  start: number
  /** Of what the header announces. */
  bodyStart: number
  end: number
}

/** More than this is not a film, but an attempt to keep us busy. */
const MAX_BOXES = 100_000

/**
 * The boxes between two offsets, without what is in them.
 *
 * @param isTolerant what does not fit ends the list instead of being an error: for looking, not for
 * taking out
 * @throws `file_damaged` for a box that is shorter than its header or longer than what holds it
 */
export const readBoxes = async ({
  end,
  isTolerant = false,
  limit = MAX_BOXES,
  reader,
  start,
}: {
  end: number
  isTolerant?: boolean
  limit?: number
  reader: ByteReader
  start: number
}): Promise<Box[]> => {
  const boxes: Box[] = []
  let at = start
  while (at < end) {
    const box = await readBox({ at, end, reader })
    if (box === 'terminator') {
      break
    }
    if (!box || boxes.length >= limit) {
      if (isTolerant) {
        break
      }
      throw fileProblem('file_damaged')
    }
    boxes.push(box)
    at = box.end
  }
  return boxes
}

const readBox = async ({
  at,
  end,
  reader,
}: {
  at: number
  end: number
  reader: ByteReader
}): Promise<Box | 'terminator' | null> => {
  const header = await reader.read(at, Math.min(at + 16, end))
  // QuickTime may end a list with 32 zero bits.
  if (header.byteLength === 4 && u32be(header, 0) === 0) {
    return 'terminator'
  }
  if (header.byteLength < 8) {
    return null
  }
  const announced = u32be(header, 0)
  const isLarge = announced === 1
  const headerSize = isLarge ? 16 : 8
  // “size is 0: this box … extends to the end of the file”, 4.2.
  const size = isLarge ? u64be(header, 8) : announced === 0 ? end - at : announced
  const boxEnd = at + size
  // NaN, of a header that breaks off, fails the comparison too.
  if (!(size >= headerSize && boxEnd <= end)) {
    return null
  }
  return { type: latin1(header, 4, 8), start: at, bodyStart: at + headerSize, end: boxEnd }
}

/** The first of this type, if there is one. */
export const findBox = (boxes: readonly Box[], type: string): Box | undefined =>
  boxes.find((box) => box.type === type)

/** What is directly inside this box; nothing if there is no such box. */
export const boxesIn = async (reader: ByteReader, box: Box | undefined): Promise<Box[]> =>
  box ? readBoxes({ end: box.end, reader, start: box.bodyStart }) : []
