// The one thing in Exif that a picture needs: how it is to be turned.
import { concat, fromLatin1, startsWith, u16be, u16le, u32be, u32le } from '../bytes.ts'

const ORIENTATION = 0x0112
const MAX_ENTRIES = 1000

/** Of an Exif block (a TIFF structure), 1 to 8; 1 where there is none or it makes no sense. */
export const orientationOf = (exif: Uint8Array): number => {
  const tiff = startsWith(exif, 'Exif\0\0') ? exif.subarray(6) : exif
  const isLittle = startsWith(tiff, 'II*\0')
  if (!isLittle && !startsWith(tiff, 'MM\0*')) {
    return 1
  }
  const u16 = isLittle ? u16le : u16be
  const directory = (isLittle ? u32le : u32be)(tiff, 4)
  const count = Math.min(u16(tiff, directory), MAX_ENTRIES)
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12
    if (u16(tiff, entry) === ORIENTATION) {
      const value = u16(tiff, entry + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

/** An Exif block that says nothing but the orientation: one directory with one SHORT in it. */
export const orientationOnly = (orientation: number): Uint8Array =>
  concat(
    fromLatin1('MM\0*\0\0\0\x08\0\x01'),
    fromLatin1('\x01\x12\0\x03\0\0\0\x01\0'),
    Uint8Array.of(orientation, 0, 0, 0, 0, 0, 0),
  )

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index])
