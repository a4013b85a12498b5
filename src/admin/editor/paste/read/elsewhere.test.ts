// A text that was copied in one tenant, as it comes into another.
import { expect, it } from '@jest/globals'
import { placeholderIn } from '../../../../../collections/shared/placeholder.ts'
import type { LexicalNode } from '../../../../../plugins/importer/exports/convert.ts'
import { filesIn, fromElsewhere, nodesOf } from './elsewhere.ts'

const FILE = '11111111-1111-4111-8111-111111111111'
const OTHER = '22222222-2222-4222-8222-222222222222'

const text = (words: string) => ({ type: 'text', text: words })
const nodes = [
  { type: 'heading', tag: 'h2', children: [text('How it went')] },
  { type: 'upload', relationTo: 'media', value: FILE, fields: null },
  {
    type: 'paragraph',
    children: [
      text('See '),
      {
        type: 'link',
        fields: { linkType: 'internal', doc: { relationTo: 'pages', value: OTHER } },
        children: [text('our page')],
      },
      {
        type: 'link',
        fields: { linkType: 'custom', url: 'https://a.test/' },
        children: [text(' and theirs')],
      },
    ],
  },
  { type: 'relationship', relationTo: 'case-studies', value: OTHER },
  {
    type: 'block',
    fields: {
      id: OTHER,
      blockType: 'gallery',
      caption: 'The hall',
      images: [{ id: '1', image: FILE }],
      people: [OTHER],
      study: { relationTo: 'case-studies', value: OTHER },
      body: {
        root: {
          type: 'root',
          children: [
            { type: 'upload', relationTo: 'media', value: FILE },
            { type: 'paragraph', children: [text('Kept')] },
          ],
        },
      },
    },
  },
] as unknown as LexicalNode[]

it('has its words and blocks, and points at nothing of the other tenant', () => {
  const shown = new Map([[FILE, { alt: 'A hall', name: 'hall.webp', src: '/hall.webp' }]])
  let count = 0
  const pasted = fromElsewhere(nodes, shown, { missing: (name) => `Missing: ${name}` }, () => {
    count += 1
    return `new-${count}`
  })
  expect(pasted.isLess).toBe(true)
  expect(pasted.images).toEqual([
    { alt: 'A hall', id: 'new-1', name: 'hall.webp', src: '/hall.webp' },
  ])
  expect(pasted.nodes).toMatchObject([
    { type: 'heading', children: [text('How it went')] },
    { type: 'paragraph', children: [{ text: 'Missing: hall.webp' }] },
    {
      type: 'paragraph',
      children: [text('See '), text('our page'), { type: 'link', children: [text(' and theirs')] }],
    },
    {
      type: 'block',
      fields: {
        id: OTHER,
        blockType: 'gallery',
        caption: 'The hall',
        images: [],
        people: [],
        study: null,
      },
    },
  ])
  expect(pasted.nodes[3]!.fields).toMatchObject({
    body: { root: { children: [{ children: [text('Kept')] }] } },
  })
  expect(JSON.stringify(pasted.nodes)).not.toContain(FILE)
})

it('loses nothing when nothing points anywhere', () => {
  const plain = [nodes[0]!]
  expect(fromElsewhere(plain, new Map(), { missing: String }, String)).toEqual({
    images: [],
    isLess: false,
    nodes: plain,
  })
})

it('finds the files of a text, and reads only what an editor wrote', () => {
  expect(filesIn(nodes)).toEqual([FILE])
  expect(nodesOf(JSON.stringify({ namespace: 'a', nodes }))).toEqual(nodes)
  expect([nodesOf('{'), nodesOf('{}'), nodesOf('{"nodes":[1]}')]).toEqual([null, null, null])
})

it('keeps what stands below a picture', () => {
  const upload = {
    type: 'upload',
    fields: { caption: 'The hall at noon' },
    relationTo: 'media',
    value: FILE,
  } as unknown as LexicalNode
  const { nodes: pasted } = fromElsewhere([upload], new Map(), { missing: String }, () => 'new')
  expect(placeholderIn(pasted[0]!)).toMatchObject({ caption: 'The hall at noon' })
})
