// Files for the reader to take away.
import type { Block } from 'payload'

export const downloads: Block = {
  slug: 'downloads',
  admin: {
    components: { Block: '/src/admin/blocks/words.tsx#DownloadsPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/downloads.svg' },
  },
  interfaceName: 'DownloadsBlock',
  labels: { singular: 'Downloads', plural: 'Downloads' },
  fields: [
    {
      name: 'items',
      type: 'array',
      label: 'Files',
      labels: { singular: 'file', plural: 'files' },
      minRows: 1,
      maxRows: 12,
      required: true,
      fields: [
        { name: 'document', type: 'upload', relationTo: 'documents', required: true },
        {
          name: 'label',
          type: 'text',
          admin: { description: 'Shown instead of the document’s title.' },
        },
      ],
    },
  ],
}
