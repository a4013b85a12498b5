/**
 * Fields that a page takes from around it: Hugo's `cascade`, Eleventy's data files of a folder, Jekyll's
 * `defaults`. They are read for whether a page is published.
 */
import type { FileStore } from '../types.ts'
import type { Fields } from './front-matter.ts'

import { valueOf } from './data-files.ts'
import { decode } from './decode.ts'
import { splitFrontMatter } from './front-matter.ts'
import { isRecord } from './values.ts'

type Default = { folder: string; fields: Fields }

const MOST_BYTES = 2_000_000

/** @returns what a path inherits, the nearest folder last and so the strongest. */
export const readInherited = async (files: FileStore): Promise<(path: string) => Fields> => {
  const defaults: Default[] = []
  for (const { path, size } of files.files.values()) {
    const folder = path.split('/').slice(0, -1).join('/')
    const kind = kindOf({ folder, path })
    if (!kind || size > MOST_BYTES) {
      continue
    }
    const decoded = await files.read(path).then(decode, () => null)
    if (decoded) {
      defaults.push(...READ[kind]({ folder, path, text: decoded.text }))
    }
  }
  defaults.sort((a, b) => a.folder.length - b.folder.length)
  return (path) =>
    Object.assign(
      {},
      ...defaults
        .filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`))
        .map(({ fields }) => fields),
    ) as Fields
}

type Kind = 'cascade' | 'defaults' | 'folderData'

const kindOf = ({ folder, path }: { folder: string; path: string }): Kind | null => {
  const file = path.split('/').pop() ?? path
  const own = folder.split('/').pop() ?? ''
  if (/^_index\.\w+$/i.test(file) || /^(hugo|config)\.(toml|ya?ml|json)$/i.test(file)) {
    return 'cascade'
  }
  if (/^_config\.ya?ml$/i.test(file)) {
    return 'defaults'
  }
  const name = /^(.+?)(\.11tydata)?\.(json|ya?ml)$/i.exec(file)?.[1]
  return name !== undefined && own !== '' && (name === own || name === 'index')
    ? 'folderData'
    : null
}

const READ: Record<Kind, (args: { folder: string; path: string; text: string }) => Default[]> = {
  cascade: ({ folder, path, text }) => {
    const isConfig = !/_index\.\w+$/i.test(path)
    const fields = isConfig ? valueOf(path, text) : splitFrontMatter(text).fields
    return isRecord(fields)
      ? records(fields['cascade']).map((cascade) => ({
          fields: { ...cascade, ...(isRecord(cascade['params']) ? cascade['params'] : {}) },
          folder: isConfig ? '' : folder,
        }))
      : []
  },
  defaults: ({ folder, path, text }) => {
    const config = valueOf(path, text)
    return isRecord(config)
      ? records(config['defaults']).flatMap(({ scope, values }) =>
          isRecord(values) ? [{ fields: values, folder: scopeOf({ folder, scope }) }] : [],
        )
      : []
  },
  folderData: ({ folder, path, text }) => {
    const fields = valueOf(path, text)
    return isRecord(fields) ? [{ fields, folder }] : []
  },
}

/** A scope by type alone, or with a pattern, is read as if it held for all: what may be a draft stays one. */
const scopeOf = ({ folder, scope }: { folder: string; scope: unknown }): string => {
  const { path, type } = isRecord(scope) ? scope : {}
  const said = typeof path === 'string' && path !== '' && !path.includes('*') ? path : ''
  const collection = typeof type === 'string' && said === '' ? `_${type}` : said
  return [folder, collection.replace(/^\/+|\/+$/g, '')].filter(Boolean).join('/')
}

const records = (value: unknown): Array<Record<string, unknown>> =>
  (Array.isArray(value) ? value : [value]).filter(isRecord)
