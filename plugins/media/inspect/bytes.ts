// Numbers and names out of bytes. Reading past the end gives NaN or a shorter text, never an error,
// so that a comparison with what a format demands fails by itself.

export const u8 = (bytes: Uint8Array, at: number): number => bytes[at] ?? NaN

export const u16be = (bytes: Uint8Array, at: number): number =>
  u8(bytes, at) * 0x100 + u8(bytes, at + 1)

export const u16le = (bytes: Uint8Array, at: number): number =>
  u8(bytes, at) + u8(bytes, at + 1) * 0x100

export const u32be = (bytes: Uint8Array, at: number): number =>
  u16be(bytes, at) * 0x10000 + u16be(bytes, at + 2)

export const u32le = (bytes: Uint8Array, at: number): number =>
  u16le(bytes, at) + u16le(bytes, at + 2) * 0x10000

/** Exact up to 2^53; no file is longer. */
export const u64be = (bytes: Uint8Array, at: number): number =>
  u32be(bytes, at) * 0x100000000 + u32be(bytes, at + 4)

/** Each byte as the character of that number, as format signatures are written. */
export const latin1 = (bytes: Uint8Array, start = 0, end = bytes.byteLength): string => {
  let text = ''
  for (let at = start; at < Math.min(end, bytes.byteLength); at += 1) {
    text += String.fromCharCode(bytes[at] ?? 0)
  }
  return text
}

export const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean =>
  latin1(bytes, at, at + signature.length) === signature

export const isAllZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

export const fromLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)

export const be32 = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)

export const le32 = (value: number): Uint8Array => be32(value).reverse()

export const concat = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) {
    crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  }
  return crc
})

/** CRC-32 as PNG and zip use it (ISO 3309). */
export const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}
