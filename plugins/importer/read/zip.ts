/**
 * A .zip, read where it lies: its list first, then one file at a time. What a file really holds is counted and
 * checked while it is unpacked, whatever the list says.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
import { open, stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

import { refusal } from '../error-codes.ts'
import { crc32, CRC_START } from './crc32.ts'

/** Bytes that are read a piece at a time. */
export type Bytes = { size: number; read: (at: number, length: number) => Promise<Buffer> }

export type ZipEntry = {
  name: string
  /** Bytes, as the list says. */
  size: number
  compressed: number
  checksum: number
  isDeflated: boolean
  isLink: boolean
  /** Where its own header begins. */
  at: number
}

const PIECE = 256 * 1024
const END = 0x06054b50
const END_64 = 0x06064b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
/** The end of the list, and the longest comment behind it. */
const LONGEST_END = 22 + 0xffff
const UNIX_LINK = 0xa000

export const bytesOfFile = async (file: string): Promise<Bytes> => ({
  read: async (at, length) => {
    const handle = await open(file)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  },
  size: (await stat(file)).size,
})

export const bytesInMemory = (bytes: Uint8Array): Bytes => ({
  read: (at, length) =>
    Promise.resolve(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(at, at + length),
    ),
  size: bytes.byteLength,
})

/** @throws ImportRefusal when it is no .zip, or one that is put together in a way that nobody needs. */
export const listZip = async (bytes: Bytes): Promise<ZipEntry[]> => {
  try {
    const { at, count, length } = await findList(bytes)
    const list = await bytes.read(at, Math.min(length, bytes.size))
    const entries: ZipEntry[] = []
    for (let offset = 0; entries.length < count;) {
      const { entry, next } = readEntry(list, offset)
      entries.push(entry)
      offset = next
    }
    // Entries that share their bytes unpack to more than any .zip holds.
    const total = entries.reduce((sum, { compressed }) => sum + compressed, 0)
    return total <= bytes.size ? entries : bad()
  } catch (error) {
    throw error instanceof RangeError ? refusal({ code: 'BAD_ZIP' }) : error
  }
}

const bad = (): never => {
  throw refusal({ code: 'BAD_ZIP' })
}

const findList = async (bytes: Bytes): Promise<{ at: number; count: number; length: number }> => {
  const from = Math.max(0, bytes.size - LONGEST_END)
  const tail = await bytes.read(from, LONGEST_END)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END) {
      const count = tail.readUInt16LE(at + 10)
      const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
      return count === 0xffff || start === 0xffffffff
        ? await findLongList({ at: from + at - 20, bytes })
        : { at: start, count, length }
    }
  }
  return bad()
}

const findLongList = async ({
  at,
  bytes,
}: {
  at: number
  bytes: Bytes
}): Promise<{ at: number; count: number; length: number }> => {
  const pointer = await bytes.read(at, 20)
  const end = await bytes.read(Number(pointer.readBigUInt64LE(8)), 56)
  return end.readUInt32LE(0) === END_64
    ? {
        at: Number(end.readBigUInt64LE(48)),
        count: Number(end.readBigUInt64LE(32)),
        length: Number(end.readBigUInt64LE(40)),
      }
    : bad()
}

const readEntry = (list: Buffer, at: number): { entry: ZipEntry; next: number } => {
  const flags = list.readUInt16LE(at + 8)
  const method = list.readUInt16LE(at + 10)
  const isEncrypted = (flags & 1) !== 0
  if (list.readUInt32LE(at) !== LISTED || isEncrypted || (method !== 0 && method !== 8)) {
    return bad()
  }
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    list.readUInt16LE(at + offset),
  ) as [number, number, number]
  const name = list.subarray(at + 46, at + 46 + nameLength)
  const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const [compressed, size, offset] = longNumbers({
    extra,
    numbers: [list.readUInt32LE(at + 24), list.readUInt32LE(at + 20), list.readUInt32LE(at + 42)],
  })
  return {
    entry: {
      at: offset,
      checksum: list.readUInt32LE(at + 16),
      compressed,
      isDeflated: method === 8,
      isLink: ((list.readUInt32LE(at + 38) >>> 16) & 0xf000) === UNIX_LINK,
      name: nameOf(name),
      size,
    },
    next: at + 46 + nameLength + extraLength + commentLength,
  }
}

/** Numbers that do not fit stand behind the name, in the order size, compressed, place. */
const longNumbers = ({
  extra,
  numbers: [size, compressed, place],
}: {
  extra: Buffer
  numbers: [number, number, number]
}): [compressed: number, size: number, place: number] => {
  let long: Buffer = Buffer.alloc(0)
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) {
      long = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    }
  }
  let at = 0
  const whole = (number: number): number => {
    if (number !== 0xffffffff) {
      return number
    }
    at += 8
    return Number(long.readBigUInt64LE(at - 8))
  }
  const [a, b, c] = [whole(size), whole(compressed), whole(place)]
  return [b, a, c]
}

const nameOf = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return bytes.toString('latin1')
  }
}

/**
 * Unpacks one entry a piece at a time, never further than it says.
 *
 * @throws ImportRefusal when it holds more, less or something else
 */
export async function* unpack({
  bytes,
  entry,
}: {
  bytes: Bytes
  entry: ZipEntry
}): AsyncGenerator<Buffer> {
  const damaged = (): Error => refusal({ code: 'ZIP_DAMAGED', detail: entry.name.slice(0, 200) })
  const head = await bytes.read(entry.at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) {
    throw damaged()
  }
  const from = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  let size = 0
  let checksum = CRC_START
  const packed = Readable.from(piecesOf({ bytes, from, length: entry.compressed }))
  // What went wrong is thrown where it is read.
  const unpacked: Readable = entry.isDeflated
    ? pipeline(packed, createInflateRaw(), () => undefined)
    : packed
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > entry.size) {
        throw damaged()
      }
      checksum = crc32(piece, checksum)
      yield piece
    }
  } catch {
    throw damaged()
  }
  if (size !== entry.size || (checksum ^ CRC_START) >>> 0 !== entry.checksum) {
    throw damaged()
  }
}

async function* piecesOf({
  bytes,
  from,
  length,
}: {
  bytes: Bytes
  from: number
  length: number
}): AsyncGenerator<Buffer> {
  for (let done = 0; done < length;) {
    const piece = await bytes.read(from + done, Math.min(PIECE, length - done))
    if (piece.length === 0) {
      return
    }
    done += piece.length
    yield piece
  }
}
