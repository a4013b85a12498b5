// Pictures and films.
import { exposureField } from '../shared/fields/exposure.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { nameFile, readFiles, uploadFolder } from '../shared/uploads.ts'
import { describePicture } from './hooks/describePicture.ts'
import { refuseDisguised } from './hooks/refuseDisguised.ts'

const webp = (quality: number) => ({ format: 'webp' as const, options: { quality } })

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
    description:
      'Pictures and films. A good description helps those who cannot see them, and search engines too.',
  },
  upload: {
    staticDir: uploadFolder('media'),
    mimeTypes: [
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/avif',
      'image/gif',
      'video/mp4',
      'video/webm',
    ],
    focalPoint: true,
    adminThumbnail: 'card',
    crop: true,
    imageSizes: [
      { name: 'card', width: 640, formatOptions: webp(78) },
      { name: 'wide', width: 1280, formatOptions: webp(80) },
      { name: 'full', width: 1920, formatOptions: webp(82) },
      {
        name: 'og',
        width: 1200,
        height: 630,
        position: 'centre',
        formatOptions: { format: 'jpeg', options: { quality: 82 } },
      },
    ],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'Description',
      required: true,
      localized: true,
      maxLength: 300,
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
    beforeOperation: [nameFile, refuseDisguised],
    beforeChange: [describePicture],
  },
})
