// Where an imported document came from, so that a second import updates instead of doubling. Only an import
// writes it: a copy, whoever makes it, is a document of its own.
import type { FieldHook, GroupField } from 'payload'

const NONE = { source: null, key: null, url: null, hash: null, updated: null }

const keepOrigin: FieldHook = ({ operation, originalDoc, req, value }) => {
  if (value === undefined || req.context['isImport'] === true) {
    return value as unknown
  }
  const stored = (originalDoc as { origin?: object } | undefined)?.origin
  return operation === 'create' ? NONE : { ...NONE, ...stored }
}

export const originGroup = (): GroupField => ({
  name: 'origin',
  type: 'group',
  admin: { hidden: true },
  disableDuplicate: true,
  hooks: { beforeChange: [keepOrigin] },
  fields: [
    /** The site or the folder, so that two of them never take each other's documents for their own. */
    { name: 'source', type: 'text' },
    { name: 'key', type: 'text', index: true },
    { name: 'url', type: 'text' },
    /** Hash of the source as it was read. */
    { name: 'hash', type: 'text' },
    /** Hash of what the import wrote, to tell an editor's later change. */
    { name: 'updated', type: 'text' },
  ],
})

/** What the database keeps unique of documents that an import finds again. */
export const originIndex = { fields: ['tenant', 'origin.source', 'origin.key'], unique: true }
