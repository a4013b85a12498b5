// Content for tests: the smallest documents that are still real.
import sharp from 'sharp'
import type { Payload } from 'payload'

/** Lexical with one paragraph of text and any other nodes after it. */
export const richText = (text: string, ...nodes: unknown[]) => ({
  root: {
    type: 'root',
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: [
          { type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 },
        ],
      },
      ...(nodes as { type: string; version: number }[]),
    ],
  },
})

export const uploadNode = (media: string) => ({
  type: 'upload',
  version: 3,
  format: '',
  id: media,
  relationTo: 'media',
  value: media,
  fields: { caption: '' },
})

export const blockNode = (fields: Record<string, unknown>) => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: '6650f0f0f0f0f0f0f0f0f0f0', blockName: '', ...fields },
})

export const linkNode = (relationTo: string, value: string) => ({
  type: 'paragraph',
  version: 1,
  children: [
    {
      type: 'link',
      version: 3,
      id: '6650f0f0f0f0f0f0f0f0f0f1',
      fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
      children: [
        {
          type: 'text',
          text: 'there',
          format: 0,
          detail: 0,
          mode: 'normal',
          style: '',
          version: 1,
        },
      ],
    },
  ],
})

export const urlNode = (url: string) => ({
  type: 'paragraph',
  version: 1,
  children: [
    {
      type: 'link',
      version: 3,
      id: '6650f0f0f0f0f0f0f0f0f0f2',
      fields: { linkType: 'custom', newTab: false, url },
      children: [
        {
          type: 'text',
          text: 'their site',
          format: 0,
          detail: 0,
          mode: 'normal',
          style: '',
          version: 1,
        },
      ],
    },
  ],
})

export const createPicture = async ({
  payload,
  tenant,
  colour = '#336699',
}: {
  payload: Payload
  tenant: string
  colour?: string
}) => {
  const data = await sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return payload.create({
    collection: 'media',
    data: { tenant, alt: 'A plain picture' } as never,
    file: { data, mimetype: 'image/png', name: 'plain.png', size: data.length },
    overrideAccess: true,
  })
}

export const createStudy = ({
  payload,
  tenant,
  ...data
}: { payload: Payload; tenant: string; title: string } & Record<string, unknown>) =>
  payload.create({
    collection: 'case-studies',
    data: { tenant, visibility: 'public', _status: 'published', ...data } as never,
    overrideAccess: true,
  })
