/** The checksum of .zip, a piece at a time. Node has one of its own from 20.15 and 22.2 on; ours begins at 20.9. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) {
    value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  }
  return value
})

/** Where it begins; the last value is turned over with it. */
export const CRC_START = 0xffffffff

/** @param value What the pieces before this one came to. */
export const crc32 = (bytes: Uint8Array, value: number): number => {
  let result = value
  // Three times as fast as an iterator, over hundreds of megabytes.
  for (let index = 0; index < bytes.length; index++) {
    result = (TABLE[(result ^ (bytes[index] as number)) & 0xff] as number) ^ (result >>> 8)
  }
  return result
}
