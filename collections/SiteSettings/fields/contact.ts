// How visitors reach the tenant.
import type { Field } from 'payload'
import { emailField } from '../../shared/fields/email.ts'
import { isWebUrl } from '../../shared/urls.ts'

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
          {
            name: 'url',
            type: 'text',
            label: 'Address',
            required: true,
            admin: { width: '60%' },
            validate: (value: string | null | undefined) =>
              (isWebUrl(value ?? '') && (value ?? '').startsWith('https:')) ||
              'Begin with https:// and leave no spaces.',
          },
        ],
      },
    ],
  },
]
