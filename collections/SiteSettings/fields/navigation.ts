// The site's menu. Work, people and contact are always there; this adds to them.
import type { ArrayField } from 'payload'
import { urlField } from '../../shared/fields/url.ts'

export const navigationField: ArrayField = {
  name: 'navigation',
  type: 'array',
  label: 'Menu',
  labels: { singular: 'entry', plural: 'entries' },
  maxRows: 6,
  admin: {
    description:
      'Work, people, about and contact are there by themselves. Add what else visitors need.',
    components: { RowLabel: '/src/admin/rowLabels/LabelRowLabel.tsx#LabelRowLabel' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'label',
          type: 'text',
          required: true,
          localized: true,
          maxLength: 40,
          admin: { width: '40%' },
        },
        {
          name: 'kind',
          type: 'select',
          label: 'Leads to',
          required: true,
          defaultValue: 'page',
          options: [
            { label: 'A page', value: 'page' },
            { label: 'An address', value: 'url' },
          ],
          admin: { width: '20%' },
        },
        {
          name: 'page',
          type: 'relationship',
          relationTo: 'pages',
          required: true,
          admin: { width: '40%', condition: (_, siblingData) => siblingData.kind !== 'url' },
        },
        urlField({
          takes: 'menu',
          label: 'Address',
          isRequired: true,
          admin: {
            width: '40%',
            condition: (_, siblingData: { kind?: unknown }) => siblingData.kind === 'url',
          },
        }),
      ],
    },
  ],
}
