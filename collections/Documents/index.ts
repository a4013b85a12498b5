// Files to download: presentations, reports, press kits, and captions for films.
import { exposureField } from '../shared/fields/exposure.ts'
import { usesEndpoint } from '../shared/endpoints/uses.ts'
import { usesField } from '../shared/fields/uses.ts'
import { keepUsedFile } from '../shared/hooks/keepUsedFile.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { readFiles } from '../shared/uploads.ts'

export const Documents = tenantCollection({
  slug: 'documents',
  access: { read: readFiles('documents') },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['tenant', 'createdAt'] }],
  admin: {
    group: 'Library',
    useAsTitle: 'title',
    defaultColumns: ['title', 'filename', 'exposure', 'updatedAt'],
    description: 'Files for readers to download, and captions for films.',
  },
  upload: true,
  endpoints: [usesEndpoint('documents')],
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 140 },
    { name: 'description', type: 'textarea', localized: true, maxLength: 400 },
    exposureField,
    usesField,
    originGroup(),
  ],
  hooks: { beforeDelete: [keepUsedFile] },
})
