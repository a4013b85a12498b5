// What is told of a file's uses, and to whom.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Payload } from 'payload'
import { asPrincipal } from '../../../access/claims.ts'
import { principalOf } from '../../../access/principal.ts'
import { createPicture, createStudy } from '../../../test/support/content.ts'
import { startApi, type Api } from '../../../test/support/http.ts'
import { startPayload, type TestPayload } from '../../../test/support/payload.ts'
import { createWorld, PASSWORD, type World } from '../../../test/support/tenants.ts'

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let tenant: string

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  api = await startApi({ payload, password: PASSWORD })
  tenant = world.client.id
})

afterAll(async () => {
  await api?.stop()
  await running.stop()
})

const picture = async (): Promise<string> => (await createPicture({ payload, tenant })).id

const studyWith = (data: { title: string } & Record<string, unknown>) =>
  createStudy({ payload, tenant, _status: 'draft', ...data })

const ask = (file: string, as = 'editor@client.test') =>
  api.call({ as, path: `/api/media/${file}/uses` })

describe('who asks', () => {
  it('is told titles, states and addresses, online first', async () => {
    const cover = await picture()
    const draft = await studyWith({ title: 'A draft', cover })
    const online = await studyWith({ title: 'Harbour study', cover, _status: 'published' })
    const earlier = await studyWith({ title: 'Before', cover })
    await payload.update({
      collection: 'case-studies',
      id: earlier.id,
      draft: true,
      data: { title: 'Once', cover: null },
    })
    const { body } = await ask(cover, 'viewer@client.test')
    const use = (id: string, title: string, state: string) => ({
      collection: 'case-studies',
      id,
      isInTrash: false,
      state,
      title,
      url: `/admin/collections/case-studies/${id}`,
    })
    expect(body).toEqual({
      hidden: 0,
      uses: [
        use(online.id, 'Harbour study', 'online'),
        use(draft.id, 'A draft', 'draft'),
        use(earlier.id, 'Once', 'earlier'),
      ],
    })
  })

  it('is told that a document is in the trash, and where', async () => {
    const cover = await picture()
    const { id } = await studyWith({
      title: 'Thrown away',
      cover,
      deletedAt: new Date().toISOString(),
    })
    expect((await ask(cover)).body.uses).toEqual([
      {
        collection: 'case-studies',
        id,
        isInTrash: true,
        state: 'draft',
        title: 'Thrown away',
        url: `/admin/collections/case-studies/trash/${id}`,
      },
    ])
  })

  it('is told the kind of what has no title yet', async () => {
    const cover = await picture()
    await payload.create({
      collection: 'case-studies',
      draft: true,
      data: { tenant, cover },
    })
    expect((await ask(cover)).body.uses).toMatchObject([{ title: 'Case study' }])
  })

  it('is told of earlier versions too', async () => {
    const logo = await picture()
    const { docs } = await payload.find({
      collection: 'site-settings',
      where: { tenant: { equals: tenant } },
    })
    const change = (value: string | null) =>
      payload.update({ collection: 'site-settings', id: docs[0]!.id, data: { logo: value } })
    await change(logo)
    await change(null)
    for (const as of ['viewer@client.test', 'editor@client.test']) {
      const { body } = await ask(logo, as)
      expect({ as, body }).toMatchObject({ as, body: { uses: [{ state: 'earlier' }], hidden: 0 } })
    }
  })

  it('learns nothing from outside the tenant, though the picture is public', async () => {
    const cover = await picture()
    await studyWith({ title: 'Public', cover, _status: 'published' })
    for (const who of ['owner@stranger.test', undefined]) {
      const { body, status } = await api.call({ as: who, path: `/api/media/${cover}/uses` })
      expect({ who, status, told: JSON.stringify(body).includes('Public') }).toEqual({
        who,
        status: 403,
        told: false,
      })
      expect((await api.call({ as: who, path: `/api/media/${cover}` })).body.uses).toBeUndefined()
    }
    const hidden = await picture()
    expect((await ask(hidden, 'owner@stranger.test')).status).toBe(404)
  })

  it('cannot write the number of uses', async () => {
    const cover = await picture()
    const { body } = await api.call({
      as: 'owner@client.test',
      method: 'PATCH',
      path: `/api/media/${cover}`,
      body: { uses: 7, alt: 'Changed' },
    })
    expect(body.doc).toMatchObject({ alt: 'Changed', uses: 0 })
  })

  it('cannot write it past the first wall either', async () => {
    const cover = await picture()
    const editor = principalOf(await world.user('editor', 'client'))
    const write = (data: Record<string, unknown>) =>
      asPrincipal(editor, () =>
        payload.db.updateOne({ collection: 'media', id: cover, data, returning: false }),
      )
    await expect(write({ uses: 7 })).rejects.toThrow()
    await expect(write({ uses: 7, credit: 'Ada' })).rejects.toThrow()
    await write({ credit: 'Ada' })
    expect(await payload.findByID({ collection: 'media', id: cover })).toMatchObject({
      credit: 'Ada',
      uses: 0,
    })
  })
})
