// Files to download: presentations, reports, press kits, and captions for films.
import { exposureField } from '../shared/fields/exposure.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { nameFile, readFiles, uploadFolder } from '../shared/uploads.ts'

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
  upload: {
    staticDir: uploadFolder('documents'),
    mimeTypes: [
      'application/pdf',
      'application/zip',
      'application/vnd.openxmlformats-officedocument.*',
      'text/vtt',
      'text/plain',
      'text/csv',
    ],
    // Nothing a visitor downloads may run on our origin.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      headers.set('X-Content-Type-Options', 'nosniff')
      return headers
    },
  },
  fields: [
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 140 },
    { name: 'description', type: 'textarea', localized: true, maxLength: 400 },
    exposureField,
    originGroup(),
  ],
  hooks: { beforeOperation: [nameFile] },
})
