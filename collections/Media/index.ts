// Pictures and films. Where they lie and how they are addressed is plugins/media's.
import { exposureField } from '../shared/fields/exposure.ts'
import { usesEndpoint } from '../shared/endpoints/uses.ts'
import { usesField } from '../shared/fields/uses.ts'
import { keepUsedFile } from '../shared/hooks/keepUsedFile.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { readFiles } from '../shared/uploads.ts'
import { describedOrLater } from './describedOrLater.ts'

export const Media = tenantCollection({
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  access: { read: readFiles('media') },
  defaultSort: '-createdAt',
  indexes: [{ fields: ['tenant', 'createdAt'] }],
  admin: {
    group: 'Library',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'exposure', 'updatedAt'],
    listSearchableFields: ['filename', 'alt', 'caption'],
    pagination: { defaultLimit: 24, limits: [24, 48, 96] },
    description:
      'Pictures and films. A good description helps those who cannot see them, and search engines too.',
  },
  upload: {
    // The library takes several at once, with a description each.
    bulkUpload: false,
    displayPreview: true,
  },
  endpoints: [usesEndpoint('media')],
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'Description',
      required: true,
      localized: true,
      maxLength: 300,
      validate: describedOrLater,
      admin: { description: 'What one would say about it on the telephone. Not “picture of”.' },
    },
    { name: 'caption', type: 'text', localized: true, maxLength: 300 },
    {
      name: 'credit',
      type: 'text',
      maxLength: 120,
      admin: { description: 'Who made it, if that is to be told.' },
    },
    exposureField,
    usesField,
    { name: 'blurDataUrl', type: 'text', admin: { hidden: true } },
    {
      name: 'palette',
      type: 'group',
      admin: { hidden: true },
      fields: [
        /** The colour that covers most of the picture, `#rrggbb`. */
        { name: 'dominant', type: 'text' },
        /** Black or white, whichever reads better on it. */
        { name: 'ink', type: 'text' },
      ],
    },
    originGroup(),
  ],
  hooks: {
    beforeDelete: [keepUsedFile],
  },
})
