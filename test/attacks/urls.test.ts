// A field that holds a URL holds one, whatever writes it, drafts included. A form that saves while somebody types
// keeps the rest, and what was typed stays in it; the half of a URL is not stored. Fields come from the configuration.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { blocks } from '../../collections/blocks/index.ts'
import { urlKindOf } from '../../collections/shared/fields/url.ts'
import { blockNode, richText, urlNode } from '../support/content.ts'
import { startTarget, tokenFor, type Answer, type Target } from '../support/attacks.ts'

const OWNER = 'owner@client.test'

const NO_URLS = [
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<b>',
  'vbscript:x',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://',
  'https:elsewhere.example',
  'htt',
  'www.example.com',
  'https://exa mple.com',
  'ftp://example.com/x',
]

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const write = (collection: string, data: object, query = '?draft=true'): Promise<Answer> =>
  target.api.call({
    as: OWNER,
    body: { tenant: target.world.client.id, ...data },
    method: 'POST',
    path: `/api/${collection}${query}`,
  })

type Place = { collection: string; field: FlattenedField; path: string[] }

const within = (
  collection: string,
  fields: readonly FlattenedField[],
  before: string[] = [],
): Place[] =>
  fields.flatMap((field) => {
    const path = [...before, field.name]
    const own = field.type === 'text' ? [{ collection, field, path }] : []
    const inner =
      'flattenedFields' in field
        ? within(collection, field.flattenedFields, field.type === 'array' ? [...path, '0'] : path)
        : []
    return [...own, ...inner]
  })

const texts = (): Place[] =>
  Object.values(target.payload.collections).flatMap(({ config }) =>
    within(config.slug, config.flattenedFields),
  )

const textsOfBlocks = (): Place[] => {
  const field = target.payload.collections.pages.config.flattenedFields.find(
    ({ name }) => name === 'body',
  ) as unknown as { editor: { editorConfig: { features: { getSubFields: Map<string, unknown> } } } }
  const ofBlock = field.editor.editorConfig.features.getSubFields.get('block') as (
    args: object,
  ) => unknown
  return blocks.flatMap(({ slug }) =>
    within(slug, flat(ofBlock({ node: { fields: { blockType: slug } }, req: {} }))),
  )
}

const flat = (fields: unknown): FlattenedField[] =>
  (fields as { fields?: unknown; name?: string }[]).flatMap((field) => {
    const inner = field.fields ? flat(field.fields) : []
    return field.name === undefined
      ? inner
      : [{ ...field, ...(field.fields ? { flattenedFields: inner } : {}) } as FlattenedField]
  })

/** `seo.canonical` and a value as a document; a number is a row. */
const documentWith = (path: string[], value: unknown): Record<string, unknown> =>
  path.reduceRight<unknown>(
    (inner, name) => (name === '0' ? [inner] : { [name]: inner }),
    value,
  ) as Record<string, unknown>

/** What looks like one by its name, and is not for people to write. */
const NOT_URLS = new Set(['origin.url', 'url', 'thumbnailURL', 'blurDataUrl', 'apiBaseUrl'])

describe('fields that hold URLs', () => {
  it('are all known', () => {
    const unknown = [...texts(), ...textsOfBlocks()].filter(
      ({ field, path }) =>
        /url|link|href|canonical|website/i.test(field.name) &&
        !urlKindOf(field) &&
        !NOT_URLS.has(path.join('.')),
    )
    expect(unknown.map(({ collection, path }) => `${collection}.${path.join('.')}`)).toEqual([])
    expect(texts().filter(({ field }) => urlKindOf(field)).length).toBeGreaterThan(5)
    expect(textsOfBlocks().filter(({ field }) => urlKindOf(field)).length).toBe(3)
  })

  it('refuse what is none in every write, with its path', async () => {
    const places = texts().filter(
      ({ collection, field }) => urlKindOf(field) && collection !== 'tenants',
    )
    for (const { collection, path } of places) {
      for (const value of NO_URLS) {
        const { body, status } = await write(collection, {
          title: 'T',
          name: 'N',
          ...documentWith(path, value),
        })
        const [error] = (body.errors?.[0]?.data?.errors ?? []) as { path: string }[]
        expect({ collection, value, status, path: error?.path }).toEqual({
          collection,
          value,
          status: 400,
          path: path.join('.'),
        })
      }
    }
  })

  it('in blocks and links of a text refuse it with the path of the node', async () => {
    for (const { collection: blockType, path } of textsOfBlocks().filter(({ field }) =>
      urlKindOf(field),
    )) {
      for (const value of NO_URLS) {
        const body = richText('T', blockNode({ blockType, ...documentWith(path, value) }))
        const answer = await write('pages', { title: 'T', body })
        expect({ blockType, value, status: answer.status }).toEqual({
          blockType,
          value,
          status: 400,
        })
        expect(answer.body.errors[0].data.errors[0].path).toBe(
          `body.root.children.1.fields.${path.join('.')}`,
        )
      }
    }
    for (const value of NO_URLS) {
      for (const query of ['?draft=true', '']) {
        const answer = await write(
          'pages',
          {
            title: 'T',
            body: richText('T', urlNode(value)),
            _status: query ? 'draft' : 'published',
          },
          query,
        )
        expect({ value, status: answer.status }).toEqual({ value, status: 400 })
        expect(answer.body.errors[0].data.errors[0].path).toMatch(/^body(\.root\.children\.1|$)/)
      }
    }
  })
})

describe('a form that saves while somebody types', () => {
  const save = async (
    id: string,
    data: object,
    query = '?draft=true&autosave=true&depth=0',
  ): Promise<Answer> => {
    const form = new FormData()
    form.set('_payload', JSON.stringify(data))
    return target.send(`/api/case-studies/${id}${query}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${await tokenFor(target)(OWNER)}` },
      body: form,
    })
  }

  const stored = async (id: string): Promise<Answer['body']> =>
    (await target.api.call({ as: OWNER, path: `/api/case-studies/${id}?draft=true&depth=0` })).body

  it.each(['&autosave=true', ''])(
    'keeps the rest and the URL that was there, and answers as it was sent: %s',
    async (how) => {
      const { id } = target.draft
      const query = `?draft=true&depth=0${how}`
      await save(id, { seo: { canonical: 'https://example.com/first' } })
      const half = {
        summary: 'Typed since',
        seo: { canonical: 'https:/' },
        credits: [{ name: 'Ann', url: 'www.ann' }],
        chapters: [
          {
            kind: 'story',
            body: richText(
              'Text',
              urlNode('exampl'),
              blockNode({ blockType: 'embed', title: 'Map', url: 'htt' }),
            ),
          },
        ],
      }
      const answer = await save(id, half, query)
      expect(answer.status).toBe(200)
      expect(answer.body.doc).toMatchObject({
        summary: 'Typed since',
        seo: { canonical: 'https:/' },
        credits: [{ name: 'Ann', url: 'www.ann' }],
        chapters: [{ body: half.chapters[0]!.body }],
      })
      const doc = await stored(id)
      expect(doc.summary).toBe('Typed since')
      expect(doc.seo.canonical).toBe('https://example.com/first')
      expect(doc.credits[0]).toMatchObject({ name: 'Ann' })
      expect(doc.credits[0].url ?? null).toBeNull()
      const [, link, block] = doc.chapters[0].body.root.children
      expect(link.children[0].fields.url).toBe('')
      expect(block.fields.url ?? null).toBeNull()
      expect(block.fields.title).toBe('Map')
    },
  )

  it('is told beside the field when it publishes', async () => {
    const answer = await save(
      target.online.id,
      { _status: 'published', seo: { canonical: 'www.example.com' } },
      '?depth=0',
    )
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors[0]).toMatchObject({ path: 'seo.canonical' })
  })
})

describe('headings', () => {
  const heading = (tag: string) => ({
    type: 'heading',
    tag,
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [{ type: 'text', text: 'Heading', version: 1 }],
  })

  it.each(['h1', 'h5', 'h6'])(
    'that the editor does not offer are refused, as a draft too: %s',
    async (tag) => {
      for (const query of ['?draft=true', '']) {
        const { body, status } = await write(
          'pages',
          { title: 'T', body: richText('T', heading(tag)), _status: query ? 'draft' : 'published' },
          query,
        )
        expect(status).toBe(400)
        expect(body.errors[0].data.errors[0]).toMatchObject({
          path: 'body.root.children.1',
          message: expect.stringContaining('“h2”, “h3”, “h4”'),
        })
      }
    },
  )

  it('that were pasted into the form become the next that there is', async () => {
    const { id } = (await write('pages', { title: 'T' })).body.doc
    const form = new FormData()
    form.set(
      '_payload',
      JSON.stringify({ body: richText('T', heading('h1'), heading('h3'), heading('h6')) }),
    )
    const answer = await target.send(`/api/pages/${id}?draft=true&autosave=true`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${await tokenFor(target)(OWNER)}` },
      body: form,
    })
    expect(answer.status).toBe(200)
    const { body } = await target.api.call({ as: OWNER, path: `/api/pages/${id}?draft=true` })
    const nodes = body.body.root.children as { tag?: string }[]
    expect(nodes.map(({ tag }) => tag)).toEqual([undefined, 'h2', 'h3', 'h4'])
  })
})
