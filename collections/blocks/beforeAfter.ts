// Two pictures of the same thing, compared with a slider.
import type { Block } from 'payload'

export const beforeAfter: Block = {
  slug: 'beforeAfter',
  admin: {
    components: { Block: '/src/admin/blocks/pictures.tsx#BeforeAfterPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/beforeAfter.svg' },
  },
  interfaceName: 'BeforeAfterBlock',
  labels: { singular: 'Before and after', plural: 'Before and after' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'before',
          type: 'upload',
          relationTo: 'media',
          required: true,
          admin: { width: '50%' },
        },
        {
          name: 'after',
          type: 'upload',
          relationTo: 'media',
          required: true,
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'beforeLabel', type: 'text', defaultValue: 'Before', admin: { width: '50%' } },
        { name: 'afterLabel', type: 'text', defaultValue: 'After', admin: { width: '50%' } },
      ],
    },
    {
      name: 'caption',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Both pictures work best from the same angle and of the same size.' },
    },
  ],
}
