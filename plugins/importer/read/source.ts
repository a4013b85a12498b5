/** Opens whatever was handed in (folder, .zip, .xml, one Markdown file) and reads all of it. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import type { ImporterLimits } from '../options.ts'
import type { FileStore, ImportSource } from '../types.ts'

import { refusal } from '../error-codes.ts'
import { decode } from './decode.ts'
import { openFolder, openMemory, openZip } from './files.ts'
import { readFolder } from './folder.ts'
import { givenSource, sourceOfFile, sourceOfFolder } from './sourceKey.ts'
import { isWordPressExport, readWordPress } from './wordpress.ts'

export type SourceLocation = { folder: string } | { bytes: Uint8Array; name: string }

type ReadArgs = {
  /** What a person calls the source. Default: the site's URL, the folder's name, the file's name. */
  from?: string
  limits: ImporterLimits
  onProgress?: (done: number, total: number) => void
}

/** @throws ImportRefusal when there is nothing that could be imported. */
export const readSource = async ({
  from,
  location,
  ...rest
}: ReadArgs & { location: SourceLocation }): Promise<ImportSource> => {
  const args = { ...rest, from: from === undefined ? undefined : givenSource(from) }
  const source =
    'folder' in location
      ? await readPath({ ...args, target: location.folder })
      : await readUpload({ ...args, ...location })
  if (source.documents.length === 0 && source.leftOut.length === 0) {
    throw refusal({ code: 'SOURCE_EMPTY' })
  }
  return source
}

const readPath = async ({
  from,
  limits,
  onProgress,
  target,
}: ReadArgs & { target: string }): Promise<ImportSource> => {
  const info = await stat(target).catch(() => null)
  if (!info) {
    throw refusal({ code: 'SOURCE_NOT_FOUND', detail: target })
  }
  if (info.isDirectory()) {
    const files = await openFolder(target)
    const name = sourceOfFolder(path.resolve(target))
    return readStore({ files, from: from ?? name, given: from, limits, onProgress })
  }
  const name = path.basename(target)
  if (info.size > (/\.zip$/i.test(name) ? limits.unpackedBytes : limits.exportBytes)) {
    throw refusal({ code: 'UPLOAD_TOO_LARGE', detail: name })
  }
  const bytes = await readFile(target)
  // The files of an export usually stand beside it; nothing else of that folder is looked at.
  const uploads = /\.xml$/i.test(name) ? await besideExport(path.dirname(target)) : undefined
  return readUpload({ bytes, files: uploads, from, limits, name, onProgress })
}

const readUpload = async ({
  bytes,
  files,
  from,
  limits,
  name,
  onProgress,
}: ReadArgs & { bytes: Uint8Array; files?: FileStore; name: string }): Promise<ImportSource> => {
  if (/\.zip$/i.test(name)) {
    const unpacked = await openZip({ bytes, unpackedBytes: limits.unpackedBytes })
    return readStore({
      files: unpacked,
      from: from ?? sourceOfFile({ name, paths: unpacked.files.keys() }),
      given: from,
      limits,
      onProgress,
    })
  }
  if (/\.xml$/i.test(name)) {
    const decoded = decode(bytes)
    if (!decoded || !isWordPressExport(decoded.text)) {
      throw refusal({ code: 'UNSUPPORTED_FILE', detail: name })
    }
    return readWordPress({
      files: files ?? openMemory({ entries: [] }),
      from,
      limits,
      name,
      onProgress,
      xml: decoded.text,
    })
  }
  if (/\.(md|markdown|mdx)$/i.test(name)) {
    return readStore({
      files: openMemory({ entries: [[name, bytes]] }),
      from: from ?? sourceOfFile({ name, paths: [] }),
      given: from,
      limits,
      onProgress,
    })
  }
  throw refusal({ code: 'UNSUPPORTED_FILE', detail: name })
}

/** A folder or a .zip: pages, and any WordPress export in it with its uploads. */
const readStore = async ({
  files,
  from,
  given,
  limits,
  onProgress,
}: ReadArgs & { files: FileStore; from: string; given?: string }): Promise<ImportSource> => {
  const folder = await readFolder({ files, from, limits, onProgress })
  for (const { path: name, size } of files.files.values()) {
    if (!/\.xml$/i.test(name) || size > limits.exportBytes) {
      continue
    }
    const decoded = decode(await files.read(name))
    if (decoded && isWordPressExport(decoded.text)) {
      const wordpress = readWordPress({
        files: { ...files, refused: [] },
        // An export belongs to its site, alone or in a folder.
        from: given,
        limits,
        name,
        onProgress,
        xml: decoded.text,
      })
      folder.documents.push(...wordpress.documents)
      folder.leftOut.push(...wordpress.leftOut)
      folder.hosts = [...new Set([...folder.hosts, ...wordpress.hosts])]
      folder.images = new Map([...folder.images, ...wordpress.images])
    }
  }
  return folder
}

const besideExport = async (folder: string): Promise<FileStore | undefined> => {
  for (const name of ['wp-content', 'uploads', 'media', 'images']) {
    const info = await stat(path.join(folder, name)).catch(() => null)
    if (info?.isDirectory()) {
      const store = await openFolder(path.join(folder, name))
      const prefixed = new Map(
        [...store.files].map(([key, file]) => [
          `${name}/${key}`,
          { ...file, path: `${name}/${key}` },
        ]),
      )
      return { ...store, files: prefixed, read: (key) => store.read(key.slice(name.length + 1)) }
    }
  }
  return undefined
}
