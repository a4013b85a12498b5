// What happened when, in order.
import type { Block } from 'payload'

export const timeline: Block = {
  slug: 'timeline',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#TimelinePreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/timeline.svg' },
  },
  interfaceName: 'TimelineBlock',
  labels: { singular: 'Timeline', plural: 'Timelines' },
  fields: [
    {
      name: 'items',
      type: 'array',
      label: 'Steps',
      labels: { singular: 'step', plural: 'steps' },
      minRows: 2,
      maxRows: 16,
      required: true,
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'date',
              type: 'text',
              required: true,
              admin: {
                width: '30%',
                description: 'As readers should see it: “Week 3”, “March 2025”.',
              },
            },
            { name: 'title', type: 'text', required: true, admin: { width: '70%' } },
          ],
        },
        { name: 'text', type: 'textarea', maxLength: 400 },
      ],
    },
  ],
}
