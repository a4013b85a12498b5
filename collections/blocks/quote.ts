// A quote set apart from the text: from the testimonials, or typed here.
import type { Block } from 'payload'
import { orElse } from '../shared/reads/needs.ts'

export const quote: Block = {
  slug: 'quote',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#QuotePreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/quote.svg' },
  },
  interfaceName: 'QuoteBlock',
  labels: { singular: 'Quote', plural: 'Quotes' },
  fields: [
    {
      name: 'testimonial',
      type: 'relationship',
      relationTo: 'testimonials',
      admin: { description: 'Choose one, or leave it empty and type the quote below.' },
      custom: orElse('text'),
    },
    {
      name: 'text',
      type: 'textarea',
      maxLength: 600,
      admin: { condition: (_, siblingData) => !siblingData.testimonial },
      validate: (value: string | null | undefined, { siblingData }: { siblingData: unknown }) =>
        Boolean(value) ||
        Boolean((siblingData as { testimonial?: unknown }).testimonial) ||
        'Type the quote or choose a testimonial.',
    },
    {
      type: 'row',
      fields: [
        {
          name: 'attribution',
          type: 'text',
          label: 'Who said it',
          admin: { width: '50%', condition: (_, siblingData) => !siblingData.testimonial },
        },
        {
          name: 'position',
          type: 'text',
          admin: { width: '50%', condition: (_, siblingData) => !siblingData.testimonial },
        },
      ],
    },
  ],
}
