// What documents show and people download: which collections hold files, how a use of one is
// written down, and which files a document's values name.
import type { Block, Field } from 'payload'
import { collectReferences } from './references.ts'

/** `link`: served to whoever has the file's address; `public`: listed by the API as well. */
export type Exposure = 'none' | 'link' | 'public'

export const FILE_COLLECTIONS = ['media', 'documents'] as const

export type FileCollection = (typeof FILE_COLLECTIONS)[number]

/** `<collection>:<id>`, as a row of `media-references` names its source and its target. */
export type DocumentKey = `${string}:${string}`

export const keyOf = (collection: string, id: string): DocumentKey => `${collection}:${id}`

export const parseKey = (key: string): { collection: string; id: string } => {
  const [collection = '', id = ''] = key.split(':')
  return { collection, id }
}

/** @returns the files that the values of a document name, each once, as keys. */
export const filesIn = ({ data, fields }: { data: unknown; fields: Field[] }): DocumentKey[] => [
  ...new Set(
    collectReferences({ fields, data })
      .filter(({ id, relationTo }) => isFileCollection(relationTo) && UUID.test(id))
      .map(({ id, relationTo }) => keyOf(relationTo, id)),
  ),
]

/** Whether any value of these fields could name a file. Rich text always can. */
export const canHoldFiles = (fields: Field[]): boolean =>
  fields.some((field) => {
    switch (field.type) {
      case 'relationship':
      case 'upload':
        return [field.relationTo].flat().some(isFileCollection)
      case 'richText':
        return true
      case 'blocks':
        return [...(field.blockReferences ?? []), ...field.blocks].some(
          (block: Block | string) => typeof block === 'string' || canHoldFiles(block.fields),
        )
      case 'tabs':
        return field.tabs.some((tab) => canHoldFiles(tab.fields))
      case 'array':
      case 'collapsible':
      case 'group':
      case 'row':
        return canHoldFiles(field.fields)
      default:
        return false
    }
  })

export const isFileCollection = (slug: string): slug is FileCollection =>
  (FILE_COLLECTIONS as readonly string[]).includes(slug)

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
