// What server functions leave behind: locks and schedules. Made, kept and cancelled only by those who
// may change the document, through the built server.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type pg from 'pg'
import type { Target } from '../support/attacks.ts'
import { createStudy } from '../support/content.ts'
import { argsFor, startStage, type Caller, type Stage } from '../support/serverFunctions.ts'

let stage: Stage
let target: Target
let call: Caller['call']
let owner: pg.Client

const EDITOR = 'editor@client.test'
const VIEWER = 'viewer@client.test'
const CONTRIBUTOR = 'contributor@client.test'
const STRANGER = 'owner@stranger.test'
const OWNER = 'owner@client.test'
const OPERATOR = 'operator@test.test'

beforeAll(async () => {
  stage = await startStage()
  ;({ owner, target } = stage)
  call = stage.call
}, 420_000)

afterAll(() => stage?.stop(), 60_000)

describe('locks', () => {
  const locks = async (): Promise<number> =>
    Number((await owner.query('select from payload_locked_documents')).rowCount)
  const lock = (as: string, collectionSlug: string, id: string) =>
    call({
      as,
      name: 'form-state',
      args: {
        collectionSlug,
        id,
        data: { title: 'x' },
        docPermissions: { fields: true },
        docPreferences: { fields: {} },
        operation: 'update',
        returnLockStatus: true,
        updateLastEdited: true,
        schemaPath: collectionSlug,
        skipValidation: true,
      },
    })
  const listOf = async (as: string): Promise<string> =>
    (await call({ as, name: 'render-list', args: argsFor('render-list', target.draft.id) })).text
  const patch = (as: string, collection: string, id: string, body: object) =>
    target.api.call({ as, method: 'PATCH', path: `/api/${collection}/${id}`, body })

  it('A4: nobody locks another tenant’s document, a tenant, or what they may only read', async () => {
    const { client } = target.world
    const { docs } = await target.payload.find({
      collection: 'site-settings',
      overrideAccess: true,
      where: { tenant: { equals: client.id } },
    })
    const own = await createStudy({
      payload: target.payload,
      tenant: client.id,
      title: 'Of the editor',
      _status: 'published',
    })
    for (const [as, collection, id] of [
      ['viewer@stranger.test', 'case-studies', target.online.id],
      [STRANGER, 'case-studies', target.draft.id],
      ['viewer@stranger.test', 'tenants', client.id],
      [STRANGER, 'tenants', client.id],
      [VIEWER, 'case-studies', target.draft.id],
      [VIEWER, 'site-settings', docs[0]!.id],
      [VIEWER, 'tenants', client.id],
      [CONTRIBUTOR, 'case-studies', own.id],
      [EDITOR, 'site-settings', docs[0]!.id],
      [EDITOR, 'tenants', client.id],
    ] as const) {
      await lock(as, collection, id)
      expect({ as, collection, locks: await locks() }).toEqual({ as, collection, locks: 0 })
    }
    expect(
      (await patch(EDITOR, 'case-studies', target.online.id, { featured: false })).status,
    ).toBe(200)
    expect((await patch(OPERATOR, 'tenants', client.id, { name: 'Client' })).status).toBe(200)
  })

  it('those who may change the document lock it and see whose it is; its readers do neither', async () => {
    const { status } = await lock(EDITOR, 'case-studies', target.draft.id)
    expect([status, await locks()]).toEqual([200, 1])
    for (const as of [OWNER, OPERATOR]) {
      const seen = await lock(as, 'case-studies', target.draft.id)
      expect({ as, isLocked: seen.text.includes('"isLocked":true') }).toEqual({
        as,
        isLocked: true,
      })
      expect({ as, isNamed: seen.text.includes(EDITOR) }).toEqual({ as, isNamed: true })
    }
    for (const as of [VIEWER, CONTRIBUTOR]) {
      const answer = await lock(as, 'case-studies', target.draft.id)
      expect({ as, isLocked: answer.text.includes('isLocked') }).toEqual({ as, isLocked: false })
      expect({ as, isNamed: answer.text.includes(EDITOR) }).toEqual({ as, isNamed: false })
      const list = await listOf(as)
      expect({ as, isThere: list.includes('Client draft') }).toEqual({ as, isThere: true })
      expect({ as, isNamed: list.includes(EDITOR) }).toEqual({ as, isNamed: false })
    }
    const refused = await patch(OWNER, 'case-studies', target.draft.id, {})
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([423, 'locked'])
    expect(await locks()).toBe(1)
    await owner.query('delete from payload_locked_documents')
  })

  it('an operator’s lock shows to a member by name, in the form and in the list', async () => {
    await lock(OPERATOR, 'case-studies', target.draft.id)
    const form = await lock(EDITOR, 'case-studies', target.draft.id)
    expect(form.text.includes(OPERATOR)).toBe(true)
    expect((await listOf(EDITOR)).includes(OPERATOR)).toBe(true)
    const copied = await call({
      as: EDITOR,
      name: 'copy-data-from-locale',
      args: argsFor('copy-data-from-locale', target.draft.id),
    })
    expect([copied.status, copied.code]).toEqual([423, 'locked'])
    expect(copied.text).toContain('is editing this; they started')
    await owner.query('delete from payload_locked_documents')
  })
})

describe('schedules', () => {
  const schedule = (as: string, id: string, more: Record<string, unknown> = {}) =>
    call({ as, name: 'schedule-publish', args: { ...argsFor('schedule-publish', id), ...more } })
  const jobs = async (): Promise<number> =>
    Number(
      (
        await owner.query('select from payload_jobs where key is null and id <> $1', [
          stage.secretJob,
        ])
      ).rowCount,
    )
  const draft = (more: Record<string, unknown> = {}) =>
    createStudy({
      payload: target.payload,
      tenant: target.world.client.id,
      title: 'For later',
      _status: 'draft',
      ...more,
    })

  it('publish at their time what an editor scheduled in the admin, and take it offline again', async () => {
    const { id } = await draft({ slug: 'for-later' })
    const reaches = async (status: string): Promise<boolean> => {
      const deadline = Date.now() + 90_000
      while (Date.now() < deadline) {
        const { rows } = await owner.query<{ _status: string }>(
          'select _status from case_studies where id = $1',
          [id],
        )
        if (rows[0]!._status === status && (await jobs()) === 0) {
          return true
        }
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      return false
    }
    const soon = () => `$D${new Date(Date.now() + 1_000).toISOString()}`
    expect((await schedule(EDITOR, id, { date: soon() })).status).toBe(200)
    expect(await reaches('published')).toBe(true)
    expect((await target.api.call({ path: `/api/case-studies/${id}` })).status).toBe(200)
    expect((await schedule(EDITOR, id, { date: soon(), type: 'unpublish' })).status).toBe(200)
    expect(await reaches('draft')).toBe(true)
    expect((await target.api.call({ path: `/api/case-studies/${id}` })).status).toBe(404)
  }, 240_000)

  it('are made by nobody who may not publish, who is told so in a sentence', async () => {
    const contributor = await target.world.user('contributor', 'client')
    const own = await target.payload.create({
      collection: 'case-studies',
      data: { title: 'Of a contributor', tenant: target.world.client.id },
      draft: true,
      overrideAccess: false,
      user: contributor,
    })
    const role = await target.payload.create({
      collection: 'roles',
      data: {
        name: 'Planner',
        permissions: ['case-studies.schedule', 'case-studies.updateAny'],
        tenant: target.world.client.id,
      },
    })
    const reviewer = await target.world.user('reviewer', 'client')
    await target.payload.update({
      collection: 'memberships',
      data: { role: 'custom', customRole: role.id },
      where: { user: { equals: reviewer.id } },
    })
    for (const as of [CONTRIBUTOR, 'reviewer@client.test']) {
      for (const type of ['publish', 'unpublish']) {
        const answer = await schedule(as, own.id, { type })
        expect({ as, status: answer.status, code: answer.code }).toEqual({
          as,
          status: 403,
          code: 'not_allowed',
        })
        expect(answer.text).toContain('Ask somebody who may publish it.')
      }
    }
    for (const [as, status] of [
      [VIEWER, 403],
      [STRANGER, 404],
    ] as const) {
      const answer = await schedule(as, own.id)
      expect({ as, status: answer.status }).toEqual({ as, status })
    }
    expect(await jobs()).toBe(0)
  })

  it('name a language and a time zone that there are, and a collection that can be scheduled', async () => {
    const { id } = await draft()
    await target.payload.update({
      collection: 'case-studies',
      id,
      data: { title: 'Für später' },
      draft: true,
      locale: 'de',
      overrideAccess: true,
    })
    const person = await target.payload.create({
      collection: 'people',
      data: { name: 'Not scheduled', tenant: target.world.client.id },
      draft: true,
    })
    for (const more of [
      { localeToPublish: 'xx' },
      { localeToPublish: '__proto__' },
      { timezone: 'Mars/Olympus' },
      { type: 'purge' },
      { type: undefined },
      { date: '$D+nonsense' },
      { date: null },
      { doc: { relationTo: 'people', value: person.id } },
      { doc: undefined, global: 'anything' },
      { doc: { relationTo: '__proto__', value: id } },
    ]) {
      const { status } = await schedule(EDITOR, id, more)
      expect({ more, isRefused: status >= 400 && status < 500 }).toEqual({
        more,
        isRefused: true,
      })
    }
    expect(await jobs()).toBe(0)
    const plain = {
      date: '2099-01-01T00:00:00.000Z',
      localeToPublish: 'de',
      timezone: 'Europe/Berlin',
    }
    expect((await schedule(EDITOR, id, plain)).status).toBe(200)
    await owner.query('delete from payload_jobs where id <> $1', [stage.secretJob])
  })

  it('are cancelled by nobody of another tenant, and by a viewer neither', async () => {
    for (const as of [STRANGER, VIEWER, EDITOR]) {
      await call({
        as,
        name: 'schedule-publish',
        args: argsFor('schedule-publish', target.draft.id),
      })
    }
    const { rows } = await owner.query<{ id: string }>(
      'select id from payload_jobs where key is null and id <> $1',
      [stage.secretJob],
    )
    expect(rows).toHaveLength(1)
    for (const [as, deleteID, status] of [
      [VIEWER, rows[0]!.id, 403],
      [STRANGER, rows[0]!.id, 404],
      [EDITOR, stage.secretJob, 404],
      [EDITOR, rows[0]!.id, 200],
    ] as const) {
      const answer = await call({ as, name: 'schedule-publish', args: { deleteID } })
      expect({ as, refused: answer.status >= 400 }).toEqual({ as, refused: status >= 400 })
    }
    const left = await owner.query<{ id: string }>('select id from payload_jobs where key is null')
    expect(left.rows.map(({ id }) => id)).toEqual([stage.secretJob])
  })
})
