// Which document uses which file: what is online, what the draft holds, what an earlier version held.
// One row per document, file and state. Kept by hooks; no request reads or writes it.
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
    /** `<collection>:<id>` of the document that uses the file. */
    { name: 'source', type: 'text', required: true, index: true },
    /** `media:<id>` or `documents:<id>`. */
    { name: 'target', type: 'text', required: true, index: true },
    /** How widely that document shows it; `none` unless it is online. */
    { name: 'exposure', type: 'select', required: true, options: ['none', 'link', 'public'] },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'online',
      /** `earlier`: some version may hold it that could be restored. */
      options: ['online', 'draft', 'earlier'],
    },
  ],
}
