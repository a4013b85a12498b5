// A page of another service inside this one: a prototype, a map, a board.
import type { Block } from 'payload'
import { publicUrl } from '../../src/config/publicUrl.ts'
import { urlField } from '../shared/fields/url.ts'
import { isForeignUrl } from './isForeignUrl.ts'

export const embed: Block = {
  slug: 'embed',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#EmbedPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/embed.svg' },
  },
  interfaceName: 'EmbedBlock',
  labels: { singular: 'Embed', plural: 'Embeds' },
  fields: [
    urlField({
      takes: 'embed',
      label: 'Address',
      isRequired: true,
      admin: {
        description: 'The address for embedding, for example from Figma’s “Get embed code”.',
      },
      check: (url, req) =>
        isForeignUrl({ own: [publicUrl(), ...req.payload.config.csrf], url }) ||
        'This is an address of this installation. Embeds are for pages of other services; link to your own pages instead.',
    }),
    {
      type: 'row',
      fields: [
        {
          name: 'title',
          type: 'text',
          required: true,
          admin: { width: '70%', description: 'Says what it is to people who cannot see it.' },
        },
        {
          name: 'ratio',
          type: 'select',
          defaultValue: '16:9',
          options: ['16:9', '4:3', '1:1'],
          admin: { width: '30%' },
        },
      ],
    },
  ],
}
