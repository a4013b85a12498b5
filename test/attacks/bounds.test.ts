// No field of a document holds more than the admin opens and a page shows, drafts included; and each reference once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { FlattenedField } from 'payload'
import sharp from 'sharp'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const change = (data: object): Promise<Answer> =>
  target.api.call({
    as: EDITOR,
    body: data,
    method: 'PATCH',
    path: `/api/case-studies/${target.draft.id}?draft=true&depth=0`,
  })

const expectRefused = ({ body, status }: Answer, path: string, said: string): void => {
  expect({ code: body.code, detail: body.detail, status }).toEqual({
    code: 'malformed_value',
    detail: expect.stringContaining(`“${path}” holds at most ${said}`),
    status: 400,
  })
}

it('what is computed of a large picture may be sent back as it was read', async () => {
  const data = await sharp({
    create: { width: 2_600, height: 1_600, channels: 3, background: '#336699' },
  })
    .jpeg()
    .toBuffer()
  const { id } = await target.payload.create({
    collection: 'media',
    data: { tenant: target.world.client.id, alt: 'Wide' } as never,
    file: { data, mimetype: 'image/jpeg', name: 'wide.jpg', size: data.length },
    overrideAccess: true,
  })
  const path = `/api/media/${id}?depth=0`
  const { body } = await target.api.call({ as: EDITOR, path })
  expect(body.srcset.length).toBeGreaterThan(1_000)
  const sent = { ...body, alt: 'Wide and blue' }
  const answer = await target.api.call({ as: EDITOR, body: sent, method: 'PATCH', path })
  expect([answer.status, answer.body.doc?.alt]).toEqual([200, 'Wide and blue'])
})

describe('a draft', () => {
  const fieldsOf = (...types: FlattenedField['type'][]): FlattenedField[] =>
    target.payload.collections['case-studies'].config.flattenedFields.filter(
      (field) => types.includes(field.type) && !('virtual' in field && field.virtual),
    )

  it('holds at most 200 rows in any list', async () => {
    const lists = fieldsOf('array', 'blocks')
    expect(lists.length).toBeGreaterThan(1)
    for (const { name } of lists) {
      const rows = Array.from({ length: 201 }, () => ({}))
      expectRefused(await change({ [name]: rows }), name, '200 rows')
    }
    expect((await change({ outcomes: Array.from({ length: 200 }, () => ({})) })).status).toBe(200)
  })

  it('holds at most 200 references, each once', async () => {
    const { id } = await target.payload.create({
      collection: 'services',
      data: { tenant: target.world.client.id, name: 'Film', slug: 'film' },
      overrideAccess: true,
    })
    const times = (length: number) => ({ services: Array.from({ length }, () => id) })
    expectRefused(await change(times(3_000)), 'services', '200 values')
    const { body, status } = await change(times(3))
    expect({ status, services: body.doc.services }).toEqual({ status: 200, services: [id] })
  })

  it('holds at most 1,000 letters in a text, and 20,000 in a longer one', async () => {
    const lengths = { text: 1_000, textarea: 20_000 }
    for (const type of ['text', 'textarea'] as const) {
      const fields = fieldsOf(type).filter(({ name }) => !['_order', 'slug'].includes(name))
      expect(fields.length).toBeGreaterThan(0)
      for (const field of fields) {
        const answer = await change({ [field.name]: 'a'.repeat(100_000) })
        expect(answer.status).toBe(400)
      }
      const [{ name } = { name: '' }] = fields
      const answer = await change({ [name]: 'a'.repeat(lengths[type] + 1) })
      expectRefused(answer, name, `${lengths[type]} letters`)
    }
    expect((await change({ title: 'a'.repeat(1_000) })).status).toBe(200)
  })

  it('is refused in GraphQL and within rich text by the path too', async () => {
    const { body } = await target.graphql({
      as: EDITOR,
      query: `mutation ($id: String!, $title: String!) {
        updateCaseStudy(id: $id, draft: true, data: { title: $title }) { id }
      }`,
      variables: { id: target.draft.id, title: 'a'.repeat(100_000) },
    })
    expect(body.errors[0].message).toContain('“title” holds at most 1000 letters')
    const items = Array.from({ length: 201 }, () => ({ label: 'a', value: 1 }))
    const block = { type: 'block', version: 2, format: '', fields: { blockType: 'metric', items } }
    const root = { type: 'root', version: 1, direction: null, format: '', indent: 0 }
    const answer = await change({
      chapters: [{ kind: 'story', body: { root: { ...root, children: [block] } } }],
    })
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_rich_text'])
    expect(answer.body.detail).toContain('fields.items” holds at most 200 rows')
  })
})
