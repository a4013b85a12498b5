// Elements of EBML (RFC 8794), of which WebM is made.
import type { ByteReader } from './byteReader.ts'
import { u8 } from './bytes.ts'

export type Element = {
  /** With its length marker, as the tables of Matroska write it. */
  id: number
  start: number
  bodyStart: number
  /** Null for “unknown”: until something follows that cannot be inside. Live recordings do that. */
  end: number | null
}

/** The element whose header begins here, or null if nothing sensible does. */
export const readElement = async (reader: ByteReader, at: number): Promise<Element | null> => {
  const bytes = await reader.read(at, at + 12)
  const idLength = lengthOf(u8(bytes, 0), 4)
  if (!idLength) {
    return null
  }
  const sizeLength = lengthOf(u8(bytes, idLength), 8)
  if (!sizeLength || bytes.byteLength < idLength + sizeLength) {
    return null
  }
  const marker = 0x100 >> sizeLength
  const digits = bytes.subarray(idLength, idLength + sizeLength)
  const isUnknown = digits.every((byte, index) =>
    index === 0 ? byte === (marker | (marker - 1)) : byte === 0xff,
  )
  const size = digits.reduce(
    (sum, byte, index) => sum * 0x100 + (index === 0 ? byte & (marker - 1) : byte),
    0,
  )
  const bodyStart = at + idLength + sizeLength
  return {
    id: bytes.subarray(0, idLength).reduce((sum, byte) => sum * 0x100 + byte, 0),
    start: at,
    bodyStart,
    end: isUnknown ? null : bodyStart + size,
  }
}

/** The zero bits in front of the first one say how many bytes follow (RFC 8794, section 4). */
const lengthOf = (first: number, most: number): number | null => {
  for (let length = 1; length <= most; length += 1) {
    if (first & (0x100 >> length)) {
      return length
    }
  }
  return null
}
