// What is planned and cannot be done is refused when it is planned. What fails at its time is tried again, and
// then told to whoever planned it and to the tenant's editors, by email and in a list.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { createLocalReq } from 'payload'
import { actAsPlatform } from '../access/claims.ts'
import { setFallbackClaims } from '../plugins/row-level-security/index.ts'
import { runDueJobs } from '../src/jobs/runner.ts'
import { SERVER_FUNCTIONS } from '../src/serverFunctions/functions.ts'
import { startTarget, type Target } from './support/attacks.ts'
import { createStudy } from './support/content.ts'
import { mailsTo } from './support/mail.ts'

let target: Target
let owner: pg.Client

beforeAll(async () => {
  target = await startTarget()
  owner = new pg.Client({ connectionString: target.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await target?.stop()
})

beforeEach(async () => {
  actAsPlatform()
  await owner.query('delete from payload_jobs')
})

const TRIES = 5

const study = (title: string, data: object = {}) =>
  createStudy({
    payload: target.payload,
    tenant: target.world.client.id,
    title,
    _status: 'draft',
    ...data,
  })

type Plan = { at?: string; id: string; type?: 'publish' | 'unpublish' }

/** As the admin's drawer asks for it. */
const ask = async ({ at = '2099-01-01T00:00:00.000Z', id, type = 'publish' }: Plan) => {
  const user = await target.world.user('editor', 'client')
  const req = await createLocalReq({ user }, target.payload)
  return SERVER_FUNCTIONS['schedule-publish']!({
    args: { date: at, doc: { relationTo: 'case-studies', value: id }, type },
    req,
  })
}

const queue = async ({ id, type = 'publish' }: Plan) => {
  const user = await target.world.user('editor', 'client')
  const { id: job } = await target.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'case-studies', value: id },
      user: { relationTo: 'users', value: user.id },
    },
    waitUntil: new Date(Date.now() - 1000),
  })
  return String(job)
}

/** As the server works: a job is nobody's. */
const run = async () => {
  setFallbackClaims(undefined)
  try {
    await runDueJobs({ payload: target.payload })
  } finally {
    actAsPlatform()
  }
}

const jobOf = async (id: string) => {
  const { rows } = await owner.query<{ failed: boolean; later: boolean; tried: number }>(
    `select has_error as failed, wait_until > now() as later, total_tried::int as tried
       from payload_jobs where id = $1`,
    [id],
  )
  return rows[0]
}

const runUntilFailed = async (job: string) => {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    await run()
    expect(await jobOf(job)).toEqual({ failed: tried === TRIES, later: tried < TRIES, tried })
    await owner.query(
      'update payload_jobs set wait_until = now() - make_interval(secs => 1) where id = $1',
      [job],
    )
  }
}

const withoutTitle = (id: string) =>
  target.payload.update({ collection: 'case-studies', id, data: { title: '' }, draft: true })

const listed = async (as?: string) =>
  target.api.call({
    ...(as ? { as } : {}),
    path: `/api/tenants/${target.world.client.id}/failed-schedules`,
  })

const countMails = async (address: string, title: string): Promise<number> =>
  (await mailsTo(address)).filter((eml) => eml.includes(title)).length

describe('planning', () => {
  it('is refused for what could not be published, and says why', async () => {
    const { id } = await study('Not ready', { visibility: 'password' })
    await expect(ask({ id })).rejects.toMatchObject({
      status: 422,
      data: { code: 'not_publishable' },
      message: expect.stringContaining('Set a password'),
    })
    const ready = await study('Soon without a title')
    await withoutTitle(ready.id)
    await expect(ask({ id: ready.id })).rejects.toMatchObject({
      message: expect.stringContaining('Title'),
    })
  })

  it('is possible for what could be published, and publishes nothing', async () => {
    const { id } = await study('Ready')
    await expect(ask({ id })).resolves.toMatchObject({ args: { type: 'publish' } })
    const stored = await target.payload.findByID({ collection: 'case-studies', id })
    expect(stored._status).toBe('draft')
    expect((await target.api.call({ path: `/api/case-studies/${id}` })).status).toBe(404)
  })

  it('takes offline only what is online by then', async () => {
    const online = await study('Online', { _status: 'published' })
    await expect(ask({ id: online.id, type: 'unpublish' })).resolves.toBeDefined()
    const { id } = await study('Never online')
    await expect(ask({ id, type: 'unpublish' })).rejects.toMatchObject({
      data: { code: 'not_online' },
    })
    await queue({ id })
    await expect(ask({ id, type: 'unpublish' })).resolves.toBeDefined()
  })
})

describe('a plan that fails', () => {
  it('is tried again, and done when it can be', async () => {
    const { id } = await study('Put right')
    const job = await queue({ id })
    await withoutTitle(id)
    await run()
    expect(await jobOf(job)).toEqual({ failed: false, later: true, tried: 1 })
    await target.payload.update({
      collection: 'case-studies',
      id,
      data: { title: 'Put right' },
      draft: true,
    })
    await owner.query(
      'update payload_jobs set wait_until = now() - make_interval(secs => 1) where id = $1',
      [job],
    )
    await run()
    expect(await jobOf(job)).toBeUndefined()
    expect((await target.api.call({ path: `/api/case-studies/${id}` })).body.title).toBe(
      'Put right',
    )
  })

  it('is told to its author and the editors, once, and to nobody else', async () => {
    const { id } = await study('Zebra crossing')
    const job = await queue({ id })
    await target.payload.update({
      collection: 'case-studies',
      id,
      data: { visibility: 'password' },
      draft: true,
    })
    await runUntilFailed(job)
    const counts: Record<string, number> = {}
    for (const role of ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner']) {
      counts[role] = await countMails(`${role}@client.test`, 'Zebra crossing')
    }
    expect(counts).toEqual({
      viewer: 0,
      contributor: 0,
      reviewer: 0,
      editor: 1,
      admin: 1,
      owner: 1,
    })
    expect(await countMails('owner@stranger.test', 'Zebra crossing')).toBe(0)
    const [eml] = await mailsTo('editor@client.test')
    expect(eml).toContain('password')
    expect(eml).toContain(`/admin/collections/case-studies/${id}`)
  })

  it('is listed for its people until it is done', async () => {
    const { id } = await study('Listed')
    const job = await queue({ id })
    await withoutTitle(id)
    await runUntilFailed(job)
    for (const as of ['viewer@client.test', 'editor@client.test']) {
      expect((await listed(as)).body.schedules).toEqual([
        {
          id: job,
          collection: 'case-studies',
          document: id,
          title: expect.any(String),
          type: 'publish',
          failedAt: expect.any(String),
          reason: expect.stringContaining('Title'),
        },
      ])
    }
    for (const as of [undefined, 'owner@stranger.test']) {
      expect((await listed(as)).status).toBe(404)
    }
    await target.api.call({
      as: 'editor@client.test',
      method: 'PATCH',
      path: `/api/case-studies/${id}`,
      body: { title: 'Done by hand', _status: 'published' },
    })
    expect((await listed('editor@client.test')).body.schedules).toEqual([])
  })

  it('says nothing of our own errors', async () => {
    const { id } = await study('Broken inside')
    const job = await queue({ id })
    await owner.query(
      `update payload_jobs set input = jsonb_set(input, '{user,value}', '"no id"') where id = $1`,
      [job],
    )
    await runUntilFailed(job)
    const [first] = (await listed('editor@client.test')).body.schedules as { reason: string }[]
    expect(first!.reason).not.toMatch(/select|uuid|syntax|relation/i)
  })
})
