// An invitation to the next step: another study, a page, the contact form.
import type { Block } from 'payload'
import { urlField } from '../shared/fields/url.ts'

export const callToAction: Block = {
  slug: 'callToAction',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#CallToActionPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/callToAction.svg' },
  },
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  fields: [
    { name: 'heading', type: 'text', required: true, maxLength: 100 },
    { name: 'text', type: 'textarea', maxLength: 300 },
    {
      type: 'row',
      fields: [
        {
          name: 'label',
          type: 'text',
          label: 'Button',
          required: true,
          maxLength: 40,
          admin: { width: '50%' },
        },
        {
          name: 'kind',
          type: 'select',
          label: 'Leads to',
          defaultValue: 'url',
          required: true,
          options: [
            { label: 'An address', value: 'url' },
            { label: 'A case study', value: 'study' },
            { label: 'A page', value: 'page' },
          ],
          admin: { width: '50%' },
        },
      ],
    },
    urlField({
      takes: 'link',
      label: 'Address',
      isRequired: true,
      admin: {
        condition: (_, siblingData: { kind?: unknown }) =>
          !siblingData.kind || siblingData.kind === 'url',
        description: 'An address on this site such as /contact, or one that begins with https://.',
      },
    }),
    {
      name: 'study',
      type: 'relationship',
      relationTo: 'case-studies',
      required: true,
      admin: { condition: (_, siblingData) => siblingData.kind === 'study' },
    },
    {
      name: 'page',
      type: 'relationship',
      relationTo: 'pages',
      required: true,
      admin: { condition: (_, siblingData) => siblingData.kind === 'page' },
    },
  ],
}
