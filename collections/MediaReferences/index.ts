// Which published document shows which file. Kept by hooks; no request reads or writes it.
import type { CollectionConfig } from 'payload'

const never = () => false

export const MediaReferences: CollectionConfig = {
  slug: 'media-references',
  access: { create: never, delete: never, read: never, update: never },
  admin: { hidden: true },
  graphQL: false,
  endpoints: false,
  lockDocuments: false,
  timestamps: false,
  fields: [
    /** `<collection>:<id>` of the document that shows the file. */
    { name: 'source', type: 'text', required: true, index: true },
    /** `media:<id>` or `documents:<id>`. */
    { name: 'target', type: 'text', required: true, index: true },
    { name: 'exposure', type: 'select', required: true, options: ['none', 'link', 'public'] },
  ],
}
