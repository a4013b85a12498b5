// A film: an uploaded file, or one that plays at YouTube or Vimeo once the reader asks for it.
import type { Block } from 'payload'

const VIDEO_HOSTS =
  /^https:\/\/(www\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|player\.vimeo\.com)\//

export const video: Block = {
  slug: 'video',
  admin: {
    components: { Block: '/src/admin/blocks/pictures.tsx#VideoPreview' },
    disableBlockName: true,
    images: { icon: '/brand/blocks/video.svg' },
  },
  interfaceName: 'VideoBlock',
  labels: { singular: 'Video', plural: 'Videos' },
  fields: [
    {
      name: 'kind',
      type: 'radio',
      defaultValue: 'file',
      required: true,
      options: [
        { label: 'A file', value: 'file' },
        { label: 'A link to YouTube or Vimeo', value: 'link' },
      ],
      admin: { layout: 'horizontal' },
    },
    {
      name: 'file',
      type: 'upload',
      relationTo: 'media',
      required: true,
      filterOptions: { mimeType: { contains: 'video/' } },
      admin: { condition: (_, siblingData) => siblingData.kind !== 'link' },
    },
    {
      name: 'url',
      type: 'text',
      label: 'Link',
      required: true,
      admin: { condition: (_, siblingData) => siblingData.kind === 'link' },
      validate: (value: string | null | undefined) =>
        VIDEO_HOSTS.test(value ?? '') ||
        'Paste a link that begins with https://www.youtube.com/ or https://vimeo.com/.',
    },
    {
      name: 'poster',
      type: 'upload',
      relationTo: 'media',
      filterOptions: { mimeType: { contains: 'image/' } },
      admin: { description: 'Shown until the reader presses play.' },
    },
    {
      name: 'captions',
      type: 'upload',
      relationTo: 'documents',
      admin: {
        description: 'A WebVTT file (.vtt). Needed as soon as somebody speaks.',
        condition: (_, siblingData) => siblingData.kind !== 'link',
      },
    },
    { name: 'caption', type: 'text', maxLength: 200 },
  ],
}
