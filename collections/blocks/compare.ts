// Two ways side by side, aspect by aspect.
import type { Block } from 'payload'

export const compare: Block = {
  slug: 'compare',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#ComparePreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/compare.svg' },
  },
  interfaceName: 'CompareBlock',
  labels: { singular: 'Comparison', plural: 'Comparisons' },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'leftLabel', type: 'text', required: true, admin: { width: '50%' } },
        { name: 'rightLabel', type: 'text', required: true, admin: { width: '50%' } },
      ],
    },
    {
      name: 'rows',
      type: 'array',
      labels: { singular: 'aspect', plural: 'aspects' },
      minRows: 1,
      maxRows: 12,
      required: true,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'aspect', type: 'text', required: true, admin: { width: '30%' } },
            { name: 'left', type: 'text', required: true, admin: { width: '35%' } },
            { name: 'right', type: 'text', required: true, admin: { width: '35%' } },
          ],
        },
      ],
    },
  ],
}
