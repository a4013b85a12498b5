/**
 * The files of an import, walked once. Everything later is looked up in this list, so a reference
 * like `../../etc/passwd` has nothing to find: only what was listed can be read.
 */
import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'

import type { FileStore, LeftOut, SourceFile } from '../types.ts'

import { refusal } from '../error-codes.ts'
import { listZip, unpack, type Bytes, type ZipEntry } from './zip.ts'

/** Names of what no site consists of: hidden files, and what other programs keep. */
const PASSED_OVER = /^(\.|node_modules$|__MACOSX$|vendor$|Thumbs\.db$)/

/** A folder on this machine. Links that lead outside it are refused, loops are walked once. */
export const openFolder = async (folder: string): Promise<FileStore> => {
  const root = await realpath(folder)
  const files = new Map<string, SourceFile>()
  const real = new Map<string, string>()
  const refused: LeftOut[] = []
  const passedOver: string[] = []
  const seen = new Set<string>()

  const walk = async (directory: string, prefix: string): Promise<void> => {
    const resolved = await realpath(directory)
    if (seen.has(resolved)) {
      return
    }
    seen.add(resolved)
    const entries = await readdir(directory, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
      const full = path.join(directory, entry.name)
      const relative = prefix ? `${prefix}/${entry.name}` : entry.name
      if (PASSED_OVER.test(entry.name)) {
        passedOver.push(relative)
        continue
      }
      try {
        const target = entry.isSymbolicLink() ? await realpath(full) : full
        if (entry.isSymbolicLink() && !isInside(root, target)) {
          refused.push({ code: 'OUTSIDE_FOLDER', path: relative })
          continue
        }
        const info = await stat(target)
        if (info.isDirectory()) {
          await walk(target, relative)
        } else if (info.isFile()) {
          files.set(relative, { path: relative, size: info.size })
          real.set(relative, target)
        } else {
          refused.push({ code: 'UNREADABLE_FILE', detail: 'not a file', path: relative })
        }
      } catch (error) {
        refused.push({ code: 'UNREADABLE_FILE', detail: codeOf(error), path: relative })
      }
    }
  }
  await walk(root, '')

  const allowed = async (name: string): Promise<string> => {
    const file = real.get(name)
    if (!file) {
      throw new Error(`Not part of the import: ${name}`)
    }
    // The folder may have changed since the walk: look again before reading.
    if (!isInside(root, await realpath(file))) {
      throw new Error(`Outside the folder: ${name}`)
    }
    return file
  }
  return {
    files,
    passedOver,
    pieces: async function* (name) {
      yield* createReadStream(await allowed(name)) as AsyncIterable<Buffer>
    },
    read: async (name) => readFile(await allowed(name)),
    refused,
  }
}

/**
 * A .zip. Everything in it is unpacked once and thrown away, so that one that says something else than it
 * holds is refused before anything is written; later each file is unpacked when it is asked for.
 */
export const openZip = async ({
  bytes,
  unpackedBytes,
}: {
  bytes: Bytes
  unpackedBytes: number
}): Promise<FileStore> => {
  const refused: LeftOut[] = []
  const passedOver = new Set<string>()
  const entries = new Map<string, ZipEntry>()
  for (const entry of await listZip(bytes)) {
    // Some programs list folders too.
    if (/(^|[/\\])$/.test(entry.name)) {
      continue
    }
    const clean = cleanPath(entry.name)
    const hidden = clean === null ? undefined : hiddenIn(clean)
    if (clean === null || entry.isLink) {
      refused.push({ code: 'OUTSIDE_FOLDER', path: shown(entry.name) })
    } else if (hidden !== undefined) {
      passedOver.add(shown(hidden))
    } else if (entries.has(clean)) {
      // Which of the two was meant nobody can tell.
      throw refusal({ code: 'ZIP_REPEATS', detail: clean.slice(0, 200) })
    } else {
      entries.set(clean, entry)
    }
  }
  const total = [...entries.values()].reduce((sum, { size }) => sum + size, 0)
  if (total > unpackedBytes) {
    throw refusal({ code: 'ZIP_TOO_LARGE' })
  }
  for (const entry of entries.values()) {
    for await (const _ of unpack({ bytes, entry })) {
      // Thrown away.
    }
  }
  const pieces = (name: string): AsyncGenerator<Buffer> => {
    const entry = entries.get(name)
    if (!entry) {
      throw new Error(`Not part of the import: ${name}`)
    }
    return unpack({ bytes, entry })
  }
  return {
    files: new Map(
      [...entries]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, { size }]) => [name, { path: name, size }]),
    ),
    passedOver: [...passedOver].sort(),
    pieces,
    read: async (name) => {
      const all: Buffer[] = []
      for await (const piece of pieces(name)) {
        all.push(piece)
      }
      return Buffer.concat(all)
    },
    refused,
  }
}

/** One file on this machine, under a name that people know it by. */
export const openFile = async ({
  file,
  name,
}: {
  file: string
  name: string
}): Promise<FileStore> => {
  const known = cleanPath(name) ?? path.basename(file)
  return {
    files: new Map([[known, { path: known, size: (await stat(file)).size }]]),
    passedOver: [],
    pieces: () => createReadStream(file) as AsyncIterable<Buffer>,
    read: () => readFile(file),
    refused: [],
  }
}

/** Files that are already in memory, by path. */
export const openMemory = ({
  entries,
  refused = [],
}: {
  entries: Array<[string, Uint8Array]>
  refused?: LeftOut[]
}): FileStore => {
  const contents = new Map(
    entries.flatMap(([name, data]): Array<[string, Uint8Array]> => {
      const clean = cleanPath(name)
      return clean === null ? [] : [[clean, data]]
    }),
  )
  const read = (name: string): Promise<Uint8Array> => {
    const data = contents.get(name)
    return data
      ? Promise.resolve(data)
      : Promise.reject(new Error(`Not part of the import: ${name}`))
  }
  return {
    files: new Map(
      [...contents]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, data]) => [name, { path: name, size: data.byteLength }]),
    ),
    passedOver: [],
    pieces: async function* (name) {
      yield await read(name)
    },
    read,
    refused,
  }
}

/** The first folder or file of a path that is passed over, by its path. */
const hiddenIn = (clean: string): string | undefined => {
  const parts = clean.split('/')
  const at = parts.findIndex((part) => PASSED_OVER.test(part))
  return at < 0 ? undefined : parts.slice(0, at + 1).join('/')
}

/** A name as a report can hold it. */
const shown = (name: string): string => name.slice(0, 200).replaceAll('\0', '\u2400')

/** @returns the path with '/' only and no '..', or null when it leads outside. */
export const cleanPath = (name: string): string | null => {
  if (/^[a-z]:/i.test(name) || name.includes('\0')) {
    return null
  }
  const parts: string[] = []
  for (const part of name.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) {
        return null
      }
    } else if (part !== '' && part !== '.') {
      parts.push(part)
    }
  }
  return parts.length === 0 ? null : parts.join('/')
}

const isInside = (root: string, target: string): boolean =>
  target === root || target.startsWith(root + path.sep)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
