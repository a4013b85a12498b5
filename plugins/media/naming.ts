// Names: of files, for people, and ids, for stores. Neither tells what else there is.
import { randomBytes } from 'node:crypto'

/** Words of a name in plain letters; `file` when none is left. */
export const stemOf = (name: string): string => {
  const base = name.split(/[/\\]/).pop() ?? ''
  const words = base
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return words || 'file'
}

/** Readable, free of anything a path could abuse, and with 64 random bits so that no two collide. */
export const fileNameFor = ({ format, name }: { format: string; name: string }): string =>
  `${stemOf(name)}-${randomBytes(8).toString('hex')}.${format}`

/** A new id; the name only where the store shows it to those who download, as for raw files. */
export const publicIdFor = ({
  collection,
  format,
  isRaw,
  name,
  root,
  tenant,
}: {
  collection: string
  format: string
  isRaw: boolean
  name: string
  root: string
  tenant: string
}): string =>
  [
    root,
    tenant,
    collection,
    randomBytes(16).toString('hex'),
    ...(isRaw ? [`${stemOf(name)}.${format}`] : []),
  ].join('/')
