/** Opens whatever was handed in (folder, .zip, .xml, one Markdown file) and reads all of it. */
import { stat } from 'node:fs/promises'
import path from 'node:path'

import type { ImporterLimits } from '../options.ts'
import { noSteps, type BeginStep } from '../steps.ts'
import type { FileStore, ImportSource } from '../types.ts'

import { refusal } from '../error-codes.ts'
import { openFile, openFolder, openMemory, openZip } from './files.ts'
import { readFolder } from './folder.ts'
import { bytesInMemory, bytesOfFile, type Bytes } from './zip.ts'
import { givenSource, sourceOfFile, sourceOfFolder } from './sourceKey.ts'
import { readWordPress, sniffExport } from './wordpress.ts'

/** `name`: what a file is called that was stored under another name. */
export type SourceLocation = { folder: string; name?: string } | { bytes: Uint8Array; name: string }

type ReadArgs = {
  /** What a person calls the source. Default: the site's URL, the folder's name, the file's name. */
  from?: string
  begin?: BeginStep
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
      ? await readPath({ ...args, name: location.name, target: location.folder })
      : await readUpload({ ...args, ...location })
  if (source.documents.length === 0 && source.leftOut.length === 0) {
    throw refusal({ code: 'SOURCE_EMPTY' })
  }
  return source
}

const readPath = async ({
  name: given,
  target,
  ...args
}: ReadArgs & { name?: string; target: string }): Promise<ImportSource> => {
  const info = await stat(target).catch(() => null)
  if (!info) {
    throw refusal({ code: 'SOURCE_NOT_FOUND', detail: target })
  }
  if (info.isDirectory()) {
    const files = await openFolder(target)
    return readStore({ ...args, files, name: sourceOfFolder(path.resolve(target)) })
  }
  const name = given ?? path.basename(target)
  const isZip = /\.zip$/i.test(name)
  if (info.size > (isZip ? args.limits.unpackedBytes : args.limits.exportBytes)) {
    throw refusal({ code: 'EXPORT_TOO_LARGE', detail: name })
  }
  if (isZip) {
    return readZip({ ...args, bytes: await bytesOfFile(target), name })
  }
  return readOne({
    ...args,
    files: await openFile({ file: target, name }),
    folder: path.dirname(target),
    name,
  })
}

const readUpload = async ({
  bytes,
  name,
  ...args
}: ReadArgs & { bytes: Uint8Array; name: string }): Promise<ImportSource> =>
  /\.zip$/i.test(name)
    ? readZip({ ...args, bytes: bytesInMemory(bytes), name })
    : readOne({ ...args, files: openMemory({ entries: [[name, bytes]] }), name })

/** One file: a WordPress export or a document. */
const readOne = async ({
  files: only,
  folder,
  name,
  ...args
}: ReadArgs & { files: FileStore; folder?: string; name: string }): Promise<ImportSource> => {
  if (/\.xml$/i.test(name)) {
    const [file = name] = only.files.keys()
    const pieces = () => only.pieces(file)
    const encoding = await sniffExport(pieces)
    if (!encoding) {
      throw refusal({ code: 'UNSUPPORTED_FILE', detail: name })
    }
    // The files of an export usually stand beside it; nothing else of that folder is looked at.
    const files = (folder && (await besideExport(folder))) || openMemory({ entries: [] })
    return readWordPress({ ...args, encoding, files, name, pieces })
  }
  if (/\.(md|markdown|mdx)$/i.test(name)) {
    return readStore({ ...args, files: only, name: sourceOfFile({ name, paths: [] }) })
  }
  throw refusal({ code: 'UNSUPPORTED_FILE', detail: name })
}

const readZip = async ({
  bytes,
  name,
  ...args
}: ReadArgs & { bytes: Bytes; name: string }): Promise<ImportSource> => {
  const files = await openZip({ bytes, unpackedBytes: args.limits.unpackedBytes })
  return readStore({ ...args, files, name: sourceOfFile({ name, paths: files.files.keys() }) })
}

/** A folder or a .zip: pages, and any WordPress export in it with its uploads. */
const readStore = async ({
  begin = noSteps,
  files,
  from,
  name,
  ...args
}: ReadArgs & { files: FileStore; name: string }): Promise<ImportSource> => {
  const folder = await readFolder({ ...args, begin, files, from: from ?? name })
  for (const { path: file, size } of files.files.values()) {
    if (!/\.xml$/i.test(file)) {
      continue
    }
    begin({ id: `export:${file}`, isWhole: true, label: file })
    const pieces = () => files.pieces(file)
    const encoding = await sniffExport(pieces)
    if (encoding && size > args.limits.exportBytes) {
      const detail = `${Math.ceil(size / 1024)} KB`
      folder.leftOut.push({ code: 'FILE_TOO_LARGE', detail, path: file })
    } else if (encoding) {
      const wordpress = await readWordPress({
        ...args,
        begin,
        encoding,
        files: { ...files, refused: [] },
        // An export belongs to its site, alone or in a folder.
        from,
        name: file,
        pieces,
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
      return {
        ...store,
        files: prefixed,
        passedOver: store.passedOver.map((file) => `${name}/${file}`),
        pieces: (key) => store.pieces(key.slice(name.length + 1)),
        read: (key) => store.read(key.slice(name.length + 1)),
      }
    }
  }
  return undefined
}
