// Where renditions lie in the cache: one folder a file, so that all of a file's go at once, for every
// process that shares the folder.
import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'

export const renditionFolder = (publicId: string): string => {
  const hash = sha256(publicId).slice(0, 40)
  return path.join(hash.slice(0, 2), hash.slice(2))
}

/** Removes every rendition of the file. Idempotent. */
export const purgeRenditions = ({
  folder,
  publicId,
}: {
  folder: string
  publicId: string
}): Promise<void> =>
  rm(path.join(folder, renditionFolder(publicId)), { force: true, recursive: true })

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
