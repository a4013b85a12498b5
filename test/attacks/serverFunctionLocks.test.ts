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

  it('those who may change a document lock it, its readers see whose it is and make none', async () => {
    const { status } = await lock(EDITOR, 'case-studies', target.draft.id)
    expect([status, await locks()]).toEqual([200, 1])
    const seen = await lock(VIEWER, 'case-studies', target.draft.id)
    expect(seen.text).toContain('"isLocked":true')
    expect(seen.text).toContain(EDITOR)
    const refused = await patch('owner@client.test', 'case-studies', target.draft.id, {})
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([423, 'locked'])
    expect(await locks()).toBe(1)
    await owner.query('delete from payload_locked_documents')
  })

  it('an operator’s lock shows to a member by name, in the form and in the list', async () => {
    await lock(OPERATOR, 'case-studies', target.draft.id)
    const form = await lock(EDITOR, 'case-studies', target.draft.id)
    expect(form.text).toContain(OPERATOR)
    const list = await call({
      as: EDITOR,
      name: 'render-list',
      args: argsFor('render-list', target.draft.id),
    })
    expect(list.text).toContain(OPERATOR)
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
  it('are cancelled by nobody of another tenant, and by a viewer neither', async () => {
    for (const as of [STRANGER, VIEWER, EDITOR]) {
      await call({
        as,
        name: 'schedule-publish',
        args: argsFor('schedule-publish', target.draft.id),
      })
    }
    const { rows } = await owner.query<{ id: string }>(
      'select id from payload_jobs where id <> $1',
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
    const left = await owner.query<{ id: string }>('select id from payload_jobs')
    expect(left.rows.map(({ id }) => id)).toEqual([stage.secretJob])
  })
})
