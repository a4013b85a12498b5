// What search engines and link previews are told, when it should differ from the page itself.
import type { GroupField } from 'payload'
import { urlField } from './url.ts'

export const seoGroup = (): GroupField => ({
  name: 'seo',
  type: 'group',
  label: 'Search and sharing',
  admin: {
    description: 'Everything here is optional: the page speaks for itself when left empty.',
  },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: 70,
      admin: { description: 'Up to 60 characters show in most results.' },
    },
    {
      name: 'description',
      type: 'textarea',
      localized: true,
      maxLength: 200,
      admin: { description: 'One or two sentences, up to 160 characters.' },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      admin: { description: 'Replaces the drawn preview image. 1200 × 630 works everywhere.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'noindex',
          type: 'checkbox',
          label: 'Hide from search engines',
          admin: { width: '40%' },
        },
        urlField({
          name: 'canonical',
          takes: 'web',
          label: 'Original address',
          admin: {
            width: '60%',
            description: 'Only when this text was first published elsewhere.',
          },
        }),
      ],
    },
  ],
})
