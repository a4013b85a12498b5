// What clients say, and whether they agreed that it may be shown.
import { REVIEWED_VERSIONS } from '../shared/drafts.ts'
import { exposureOfTestimonial } from '../shared/exposure.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'

export const Testimonials = tenantCollection({
  slug: 'testimonials',
  exposureOf: exposureOfTestimonial,
  trash: true,
  versions: REVIEWED_VERSIONS,
  defaultPopulate: {
    quote: true,
    attribution: true,
    position: true,
    organisation: true,
    portrait: true,
    consent: true,
    tenant: true,
    _status: true,
  },
  indexes: [{ fields: ['tenant', 'updatedAt'] }],
  admin: {
    group: 'Work',
    useAsTitle: 'attribution',
    defaultColumns: ['attribution', '_status', 'consent', 'quote', 'updatedAt'],
    description: 'Words of others. Shown only once their author has agreed.',
  },
  fields: [
    { name: 'quote', type: 'textarea', required: true, localized: true, maxLength: 1200 },
    {
      type: 'row',
      fields: [
        {
          name: 'attribution',
          type: 'text',
          label: 'Who said it',
          required: true,
          maxLength: 120,
          admin: {
            width: '50%',
            components: {
              Cell: {
                path: '/src/admin/lists/NameCell.tsx#NameCell',
                clientProps: { detail: 'position', picture: 'portrait' },
              },
            },
          },
        },
        {
          name: 'position',
          type: 'text',
          localized: true,
          maxLength: 160,
          admin: { width: '50%' },
        },
      ],
    },
    { name: 'organisation', type: 'relationship', relationTo: 'organisations' },
    { name: 'portrait', type: 'upload', relationTo: 'media' },
    {
      name: 'consent',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      options: [
        { label: 'Not asked yet, or no answer', value: 'pending' },
        { label: 'Agreed to be quoted', value: 'granted' },
      ],
      admin: {
        position: 'sidebar',
        components: {
          Cell: {
            path: '/src/admin/lists/OptionCell.tsx#OptionCell',
            clientProps: { tones: { granted: 'accent', pending: 'warning' } },
          },
        },
      },
    },
    originGroup(),
  ],
})
