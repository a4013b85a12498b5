// What else a site shows and whom: its files, its tenant, its settings, its redirects, the end of an embargo.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, type Payload } from 'payload'
import { liftEmbargo } from '../../src/jobs/tasks/liftEmbargo.ts'
import { createPicture, createStudy } from '../support/content.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { NOTHING, toldBy, writesOf, type Data, type Writes } from '../support/told.ts'

const NEXT_YEAR = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString()

let running: TestPayload
let payload: Payload
let world: World
let writes: Writes

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  writes = writesOf({ payload, tenant: world.client.id })
})

afterAll(() => running?.stop())

describe('of files', () => {
  it('tells nothing of a hidden one, who may see it once it is shown, and then what it says', async () => {
    const picture = await createPicture({ payload, tenant: world.client.id })
    const describe = (alt: string) => writes.update('media', picture.id, { alt })
    expect(await toldBy(() => describe('Hidden'))).toEqual(NOTHING)
    let study: string | undefined
    const shown = await toldBy(async () => {
      const made = await writes.create('case-studies', {
        title: 'Shows a picture',
        cover: picture.id,
        _status: 'published',
      })
      study = made.id
    })
    expect(shown.access).toEqual(expect.arrayContaining([picture.id, study]))
    expect(await toldBy(() => describe('A harbour'))).toEqual({ content: [picture.id], access: [] })
    const hidden = await toldBy(() =>
      writes.update('case-studies', study!, { visibility: 'private', _status: 'published' }),
    )
    expect(hidden.access).toEqual(expect.arrayContaining([picture.id, study]))
  })

  it('tells of the files of a client that may no longer be named', async () => {
    const picture = await createPicture({ payload, tenant: world.client.id, colour: '#aa3300' })
    const { id } = await writes.create('organisations', {
      name: 'With a logo',
      logo: picture.id,
      _status: 'published',
    })
    const told = await toldBy(() =>
      writes.update('organisations', id, { confidential: true, _status: 'published' }),
    )
    expect(told.access).toEqual(expect.arrayContaining([picture.id, id]))
  })
})

describe('of a site', () => {
  it('tells everything of the tenant when its status, languages or settings change', async () => {
    const { id } = world.client
    const ofSite = { content: [], access: [id, `tenant:${id}`, 'tenants'].sort() }
    for (const data of [{ status: 'suspended' }, { status: 'active' }, { locales: ['en'] }]) {
      expect(await toldBy(() => writes.update('tenants', id, data))).toEqual(ofSite)
    }
    const { docs } = await payload.find({
      collection: 'site-settings',
      where: { tenant: { equals: id } },
    })
    const settings = docs[0]!.id
    const publish = (data: Data) =>
      writes.update('site-settings', settings, { ...data, _status: 'published' })
    const text = await toldBy(() => publish({ tagline: 'Who we are' }))
    expect(text).toEqual({ content: [settings], access: [] })
    const offline = await toldBy(() =>
      writes.update('site-settings', settings, { _status: 'draft' }),
    )
    expect(offline).toEqual(writes.appearance('site-settings', settings, []))
    await publish({})
  })

  it('tells of redirects, those of a changed slug included', async () => {
    const { id: study } = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'That moves',
      slug: 'before-it-moves',
    })
    const told = await toldBy(() =>
      writes.update('case-studies', study, { slug: 'after-it-moved', _status: 'published' }),
    )
    expect(told.access).toEqual(
      expect.arrayContaining([
        `redirects:${world.client.id}`,
        `case-studies:${world.client.id}:before-it-moves`,
        `case-studies:${world.client.id}:after-it-moved`,
      ]),
    )
    let id: string | undefined
    const made = await toldBy(async () => {
      id = (await writes.create('redirects', { from: '/old', to: '/work/after-it-moved' })).id
    })
    expect(made).toEqual(writes.appearance('redirects', id!, []))
    expect(await toldBy(() => writes.update('redirects', id!, { to: '/' }))).toEqual(
      writes.appearance('redirects', id!, []),
    )
    expect(await toldBy(() => writes.remove('redirects', id!))).toEqual(
      writes.appearance('redirects', id!, []),
    )
  })

  it('tells of a study whose embargo ends', async () => {
    const { id, slug } = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Under embargo',
      embargoUntil: NEXT_YEAR,
    })
    const req = await createLocalReq({}, payload)
    const input = { study: id, tenant: world.client.id }
    const handle = liftEmbargo.handler as (args: object) => Promise<unknown>
    expect(await toldBy(() => handle({ input, req }))).toEqual(
      writes.appearance('case-studies', id, [slug]),
    )
  })

  it('tells of whoever takes the place of what is deleted', async () => {
    const [old, replacement] = [
      await writes.create('people', { name: 'Leaves', _status: 'published' }),
      await writes.create('people', { name: 'Comes', _status: 'published' }),
    ]
    const { id } = await createStudy({
      payload,
      tenant: world.client.id,
      title: 'Credits somebody',
      credits: [{ person: old.id, role: 'Lead' }],
    })
    const user = await world.user('editor', 'client')
    const told = await toldBy(() =>
      payload.update({
        collection: 'people',
        id: old.id,
        data: { deletedAt: new Date().toISOString() },
        overrideAccess: false,
        req: { query: { references: replacement.id } },
        user,
      } as never),
    )
    expect([...told.content, ...told.access]).toEqual(expect.arrayContaining([id, old.id]))
  })
})
