// How visitors reach the tenant.
import type { Field } from 'payload'
import { emailField } from '../../shared/fields/email.ts'
import { urlField } from '../../shared/fields/url.ts'

export const contactFields: Field[] = [
  {
    name: 'contact',
    type: 'group',
    label: false,
    fields: [
      {
        name: 'heading',
        type: 'text',
        localized: true,
        maxLength: 100,
        admin: { description: 'Above the contact form.' },
      },
      { name: 'text', type: 'textarea', localized: true, maxLength: 400 },
      {
        type: 'row',
        fields: [
          emailField({ name: 'email', admin: { width: '50%' } }),
          { name: 'phone', type: 'text', maxLength: 40, admin: { width: '50%' } },
        ],
      },
      { name: 'address', type: 'textarea', localized: true, maxLength: 300 },
    ],
  },
  {
    name: 'social',
    type: 'array',
    label: 'Elsewhere',
    labels: { singular: 'link', plural: 'links' },
    maxRows: 8,
    admin: { components: { RowLabel: '/src/admin/rowLabels/LabelRowLabel.tsx#LabelRowLabel' } },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'label', type: 'text', required: true, maxLength: 40, admin: { width: '40%' } },
          urlField({
            takes: 'secure',
            label: 'Address',
            isRequired: true,
            admin: { width: '60%' },
          }),
        ],
      },
    ],
  },
]
