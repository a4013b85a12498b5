// One or several outcomes, set large within the text.
import type { Block } from 'payload'
import { outcomeFields } from '../shared/fields/outcome.ts'

export const metric: Block = {
  slug: 'metric',
  admin: {
    components: { Block: '/src/admin/blocks/figures.tsx#MetricPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/metric.svg' },
  },
  interfaceName: 'MetricBlock',
  labels: { singular: 'Outcome', plural: 'Outcomes' },
  fields: [
    {
      name: 'items',
      type: 'array',
      label: 'Outcomes',
      labels: { singular: 'outcome', plural: 'outcomes' },
      minRows: 1,
      maxRows: 4,
      required: true,
      fields: outcomeFields({ localized: false }),
    },
  ],
}
