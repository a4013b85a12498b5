// A film: an uploaded file, or one that plays at YouTube or Vimeo once the reader asks for it.
import type { Block } from 'payload'
import { LOCALES } from '../locales.ts'
import { urlField } from '../shared/fields/url.ts'

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
    urlField({
      takes: 'video',
      label: 'Link',
      isRequired: true,
      admin: {
        condition: (_, siblingData: { kind?: unknown }) => siblingData.kind === 'link',
      },
    }),
    {
      name: 'poster',
      type: 'upload',
      relationTo: 'media',
      filterOptions: { mimeType: { contains: 'image/' } },
      admin: { description: 'Shown until the reader presses play.' },
    },
    {
      name: 'tracks',
      type: 'array',
      label: 'Captions and subtitles',
      labels: { singular: 'Track', plural: 'Tracks' },
      maxRows: 24,
      admin: {
        description: 'WebVTT files (.vtt). Captions are needed as soon as somebody speaks.',
        condition: (_, siblingData) => siblingData.kind !== 'link',
        initCollapsed: true,
      },
      fields: [
        {
          name: 'file',
          type: 'upload',
          relationTo: 'documents',
          required: true,
          filterOptions: { filename: { contains: '.vtt' } },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'language',
              type: 'select',
              required: true,
              options: LOCALES.map(({ code, label }) => ({ label, value: code })),
            },
            {
              name: 'kind',
              type: 'select',
              defaultValue: 'captions',
              required: true,
              options: [
                { label: 'Captions: what is said, and what else is heard', value: 'captions' },
                { label: 'Subtitles: a translation of what is said', value: 'subtitles' },
                { label: 'Descriptions: what is seen, read aloud', value: 'descriptions' },
              ],
            },
          ],
        },
        {
          name: 'label',
          type: 'text',
          maxLength: 60,
          admin: { description: 'As the player lists it. Left empty: the name of the language.' },
        },
      ],
    },
    {
      // One file of captions was all that a film could have; what was stored so is still shown.
      name: 'captions',
      type: 'upload',
      relationTo: 'documents',
      label: 'Captions (the only file)',
      admin: {
        description:
          'From before there were several. Add the file above, with its language, instead.',
        condition: (_, siblingData) => siblingData.kind !== 'link' && Boolean(siblingData.captions),
      },
    },
    { name: 'caption', type: 'text', maxLength: 200 },
  ],
}
