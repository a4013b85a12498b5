/** Finds the file that a reference means, in the places where generators keep their files. */
import type { FileStore } from '../types.ts'

import { cleanPath } from './files.ts'

export type AssetAnswer =
  | { kind: 'file'; path: string }
  | { kind: 'missing' }
  | { kind: 'outside' }
  | { kind: 'data'; url: string }
  | { kind: 'remote' }

export type AssetFinder = (args: { ref: string; from: string }) => AssetAnswer

/** Where root-relative references may live, in the order of likelihood. */
const ROOTS = [
  '',
  'static',
  'public',
  'src',
  'assets',
  'content',
  'source',
  'src/assets',
  'src/public',
  'site',
  'www',
  'docs',
  'images',
  'src/images',
  'src/content',
  'wp-content/uploads',
  'app',
]

/**
 * @param files - the import's file list; nothing outside it is ever looked at
 * @param hosts - hosts of the old site: an address on them is a path in the folder
 */
export const assetFinder = ({
  files,
  hosts,
}: {
  files: FileStore['files']
  hosts: string[]
}): AssetFinder => {
  const lower = new Map<string, string>()
  for (const name of files.keys()) {
    lower.set(name.toLowerCase(), name)
  }
  // An import folder often holds one folder that is the site: `my-site/content/…`.
  const roots = [
    ...new Set([
      ...ROOTS,
      ...topFolders([...files.keys()]).flatMap((top) =>
        ROOTS.map((root) => (root ? `${top}/${root}` : top)),
      ),
    ]),
  ]

  const lookup = (candidate: string): string | undefined => {
    const clean = cleanPath(candidate)
    return clean === null ? undefined : files.has(clean) ? clean : lower.get(clean.toLowerCase())
  }

  return ({ from, ref }) => {
    let wanted = ref.trim()
    if (/^data:/i.test(wanted)) {
      return { kind: 'data', url: wanted }
    }
    const absolute = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(wanted)
    if (absolute) {
      if (!hosts.includes((absolute[1] ?? '').toLowerCase().replace(/^www\./, ''))) {
        return { kind: 'remote' }
      }
      wanted = absolute[2] || '/'
    } else if (/^[a-z][a-z0-9+.-]*:/i.test(wanted)) {
      return { kind: 'remote' }
    }
    const isRemote = Boolean(absolute)
    wanted = decode(wanted.replace(/[?#].*$/, ''))
      .replace(/^(~|@)\//, '/')
      .replace(/^@(assets|images|src)\//, '/$1/')
    if (wanted === '') {
      return { kind: 'missing' }
    }
    const folder = from.split('/').slice(0, -1).join('/')
    const candidates = wanted.startsWith('/')
      ? roots.map((root) => `${root}${wanted}`)
      : [`${folder}/${wanted}`, ...roots.map((root) => `${root}/${wanted}`)]
    for (const candidate of [...candidates, ...candidates.map(withoutSize)]) {
      const found = lookup(candidate)
      if (found) {
        return { kind: 'file', path: found }
      }
    }
    const isOutside =
      candidates.every((candidate) => cleanPath(candidate) === null) ||
      (/(^|\/)\.\.(\/|$)/.test(wanted) && cleanPath(`${folder}/${wanted}`) === null)
    return isOutside ? { kind: 'outside' } : isRemote ? { kind: 'remote' } : { kind: 'missing' }
  }
}

/** WordPress writes `photo-1024x768.jpg` for `photo.jpg`. */
const withoutSize = (name: string): string =>
  name.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '')

const topFolders = (names: string[]): string[] => {
  const tops = new Set(
    names.map((name) => (name.includes('/') ? (name.split('/')[0] as string) : '')),
  )
  tops.delete('')
  return tops.size <= 12 ? [...tops] : []
}

const decode = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
