// A set of pictures, each with its own caption.
import type { Block } from 'payload'

export const gallery: Block = {
  slug: 'gallery',
  admin: {
    components: { Block: '/src/admin/blocks/pictures.tsx#GalleryPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/gallery.svg' },
  },
  interfaceName: 'GalleryBlock',
  labels: { singular: 'Gallery', plural: 'Galleries' },
  fields: [
    {
      name: 'layout',
      type: 'select',
      defaultValue: 'justified',
      required: true,
      options: [
        { label: 'Justified: rows that keep each picture’s shape', value: 'justified' },
        { label: 'Grid: squares', value: 'grid' },
        { label: 'Carousel: one after the other', value: 'carousel' },
      ],
    },
    {
      name: 'images',
      type: 'array',
      labels: { singular: 'picture', plural: 'pictures' },
      minRows: 2,
      maxRows: 24,
      required: true,
      fields: [
        { name: 'image', type: 'upload', relationTo: 'media', required: true },
        { name: 'caption', type: 'text', maxLength: 200 },
      ],
    },
  ],
}
