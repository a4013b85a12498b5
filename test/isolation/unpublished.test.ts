// A study that refers to what is not published, or to what was moved to the trash: it says so to its
// people, and can still be published, changed and taken offline.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { blockNode, createStudy, linkNode, richText } from '../support/content.ts'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createRecord, REVIEWED, type Reviewed } from '../support/reviewed.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'

let running: TestPayload
let api: Api
let world: World

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  api = await startApi({ payload: running.payload, password: PASSWORD })
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const EDITOR = 'editor@client.test'

const record = async (collection: Reviewed, data: Record<string, unknown> = {}) =>
  (
    await createRecord({
      collection,
      payload: running.payload,
      status: 'draft',
      tenant: world.client.id,
      words: collection,
      ...data,
    })
  ).id

const studyWith = (data: Record<string, unknown>) =>
  createStudy({
    payload: running.payload,
    tenant: world.client.id,
    title: 'Refers',
    ...data,
  })

const referring = (ids: Record<Reviewed, string>) => ({
  client: ids.organisations,
  credits: [{ person: ids.people }],
  testimonials: [ids.testimonials],
  services: [ids.services],
  industries: [ids.industries],
  technologies: [ids.technologies],
})

const oneOfEach = async (data: Record<string, unknown> = {}) => {
  const entries: [Reviewed, string][] = []
  for (const collection of REVIEWED) {
    entries.push([collection, await record(collection, data)])
  }
  return Object.fromEntries(entries) as Record<Reviewed, string>
}

const ask = (id: string, as?: string, collection = 'case-studies') =>
  api.call({ as, path: `/api/${collection}/${id}/unpublished-references` })

describe('what a study refers to and readers will not see', () => {
  it('is told by name to whoever may publish it', async () => {
    const ids = await oneOfEach()
    const study = await studyWith(referring(ids))
    const { body, status } = await ask(study.id, EDITOR)
    expect(status).toBe(200)
    expect(
      (body.references as { collection: Reviewed; id: string; title: string }[]).map((one) => one),
    ).toEqual(
      REVIEWED.map((collection) => ({
        collection,
        id: ids[collection],
        title: expect.stringContaining(collection),
        path: expect.any(String),
        state: 'draft',
      })),
    )
  })

  it('is found in quotes and links of the text as well, and in pages', async () => {
    const testimonial = await record('testimonials')
    const person = await record('people')
    const body = richText(
      'Text',
      blockNode({ blockType: 'quote', testimonial }),
      linkNode('people', person),
    )
    const study = await studyWith({ chapters: [{ kind: 'challenge', body }] })
    const page = await running.payload.create({
      collection: 'pages',
      data: { tenant: world.client.id, title: 'Page', body } as never,
    })
    for (const { body: answer } of [
      await ask(study.id, EDITOR),
      await ask(page.id, EDITOR, 'pages'),
    ]) {
      const found = answer.references as { id: string }[]
      expect(found.map(({ id }) => id).sort()).toEqual([person, testimonial].sort())
    }
  })

  it('says nothing of what is published, and follows the latest draft', async () => {
    const shown = await record('people', { status: 'published' })
    const hidden = await record('people')
    const study = await studyWith({ credits: [{ person: shown }] })
    expect((await ask(study.id, EDITOR)).body).toEqual({ references: [] })
    await running.payload.update({
      collection: 'case-studies',
      id: study.id,
      data: { credits: [{ person: hidden }] },
      draft: true,
    })
    expect((await ask(study.id, EDITOR)).body.references).toMatchObject([{ id: hidden }])
  })

  it('is told to nobody else', async () => {
    const study = await studyWith({ credits: [{ person: await record('people') }] })
    expect((await ask(study.id)).status).toBe(403)
    expect((await ask(study.id, 'owner@stranger.test')).status).toBe(403)
    expect((await ask(study.id, 'viewer@client.test')).status).toBe(200)
  })
})

describe('a study whose references were moved to the trash', () => {
  const change = (id: string, data: object) =>
    api.call({ as: EDITOR, body: data, method: 'PATCH', path: `/api/case-studies/${id}` })

  it('is still changed, taken offline, and published again', async () => {
    const ids = await oneOfEach({ status: 'published' })
    const study = await studyWith(referring(ids))
    for (const collection of REVIEWED) {
      const { status } = await api.call({
        as: EDITOR,
        body: { deletedAt: new Date().toISOString() },
        method: 'PATCH',
        path: `/api/${collection}/${ids[collection]}?references=keep`,
      })
      expect([collection, status]).toEqual([collection, 200])
    }
    for (const data of [{ year: 2024 }, { _status: 'draft' }, { _status: 'published' }]) {
      const { body, status } = await change(study.id, data)
      expect([data, status, body.errors]).toEqual([data, 200, undefined])
    }
    const { body } = await ask(study.id, EDITOR)
    expect(body.references).toHaveLength(REVIEWED.length)
    expect(body.references).toContainEqual(
      expect.objectContaining({ id: ids.people, state: 'trashed' }),
    )
  })

  it('still points at nothing of another tenant', async () => {
    const { id } = await createRecord({
      collection: 'people',
      payload: running.payload,
      tenant: world.stranger.id,
      words: 'foreign',
    })
    const study = await studyWith({})
    expect((await change(study.id, { credits: [{ person: id }] })).status).toBe(400)
  })
})
