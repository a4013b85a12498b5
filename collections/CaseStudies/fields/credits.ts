// Who did it: people of the house, or a name typed in.
import type { ArrayField } from 'payload'
import { orElse } from '../../shared/reads/needs.ts'
import { urlField } from '../../shared/fields/url.ts'

export const creditsField: ArrayField = {
  name: 'credits',
  type: 'array',
  labels: { singular: 'credit', plural: 'credits' },
  maxRows: 60,
  admin: {
    initCollapsed: true,
    components: { RowLabel: '/src/admin/rowLabels/CreditRowLabel.tsx#CreditRowLabel' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'person',
          type: 'relationship',
          relationTo: 'people',
          admin: { width: '50%' },
          custom: orElse('name'),
        },
        {
          name: 'name',
          type: 'text',
          admin: {
            width: '50%',
            description: 'For somebody who has no page here.',
            condition: (_, siblingData) => !siblingData.person,
          },
          validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) =>
            Boolean(value) ||
            Boolean((siblingData as { person?: unknown }).person) ||
            'Choose a person or type a name.',
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'role', type: 'text', localized: true, admin: { width: '50%' } },
        urlField({ takes: 'web', label: 'Link', admin: { width: '50%' } }),
      ],
    },
  ],
}
