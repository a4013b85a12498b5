// PDF, and zip archives with what is made of them: the office formats.
import type { ByteReader } from '../byteReader.ts'
import { latin1, startsWith, u16le, u32le } from '../bytes.ts'
import type { Format } from '../identify.ts'

/** The header at the very first byte and the end mark where readers look for it. */
export const identifyPdf = async (reader: ByteReader): Promise<Format | null> => {
  if (!/^%PDF-[12]\.\d[\s%]/.test(latin1(await reader.read(0, 9)))) {
    return null
  }
  const tail = latin1(await reader.read(Math.max(0, reader.size - 1024), reader.size))
  return tail.includes('%%EOF') ? 'pdf' : null
}

const END_RECORD = 'PK\x05\x06'
const END_RECORD_SIZE = 22
const MAX_COMMENT = 0xffff
const MAX_ENTRIES = 10_000
const MAX_DIRECTORY = 8 * 1024 * 1024

/** The folder that each office format keeps its content in (ECMA-376). */
const OFFICE_FOLDERS = [
  ['word/', 'docx'],
  ['ppt/', 'pptx'],
  ['xl/', 'xlsx'],
] as const

/** An archive from its first byte to its central directory; the names in that say which. */
export const identifyZip = async (reader: ByteReader): Promise<Format | null> => {
  const head = await reader.read(0, 4)
  if (!startsWith(head, 'PK\x03\x04') && !startsWith(head, END_RECORD)) {
    return null
  }
  const names = await readNames(reader)
  if (!names?.includes('[Content_Types].xml')) {
    return names && 'zip'
  }
  const office = OFFICE_FOLDERS.find(([folder]) => names.some((name) => name.startsWith(folder)))
  // Macros have formats of their own (docm, xlsm); calling itself docx does not make it one.
  const hasMacros = names.some((name) => name.endsWith('/vbaProject.bin'))
  return office && !hasMacros ? office[1] : 'zip'
}

/** The names in the central directory; null if there is none where the end record says. */
const readNames = async (reader: ByteReader): Promise<string[] | null> => {
  const tailStart = Math.max(0, reader.size - END_RECORD_SIZE - MAX_COMMENT)
  const tail = await reader.read(tailStart, reader.size)
  const at = latin1(tail).lastIndexOf(END_RECORD)
  if (at < 0) {
    return null
  }
  const size = u32le(tail, at + 12)
  const start = u32le(tail, at + 16)
  if (start === 0xffffffff || size === 0xffffffff) {
    // Zip64, for archives beyond 4 GB: an archive, whatever is in it.
    return []
  }
  if (!(start + size <= tailStart + at) || size > MAX_DIRECTORY) {
    return null
  }
  return namesIn(await reader.read(start, start + size))
}

const namesIn = (directory: Uint8Array): string[] | null => {
  const names: string[] = []
  for (let at = 0; at < directory.byteLength;) {
    if (!startsWith(directory, 'PK\x01\x02', at) || names.length >= MAX_ENTRIES) {
      return null
    }
    const nameLength = u16le(directory, at + 28)
    const next = at + 46 + nameLength + u16le(directory, at + 30) + u16le(directory, at + 32)
    if (!(next <= directory.byteLength)) {
      return null
    }
    names.push(latin1(directory, at + 46, at + 46 + nameLength))
    at = next
  }
  return names
}
