// Work in the background: claimed once, whoever else is looking for work, and done once, whatever happens to
// the runner or to its connection.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { Payload } from 'payload'
import { actAsPlatform } from '../access/claims.ts'
import { setFallbackClaims } from '../plugins/row-level-security/index.ts'
import { perform } from '../src/jobs/perform.ts'
import { claimJobs } from '../src/jobs/queries/claimJobs.ts'
import { runDueJobs, startJobRunner } from '../src/jobs/runner.ts'
import { queueAllUpkeep, queueNextUpkeep, UPKEEP } from '../src/jobs/upkeep.ts'
import { createStudy } from './support/content.ts'
import { startPayload, type TestPayload } from './support/payload.ts'
import { createWorld, type World } from './support/tenants.ts'

type Handler = (args: { input: unknown }) => Promise<object>

let running: TestPayload
let payload: Payload
let world: World
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await owner.query('delete from payload_jobs')
  // As in a server: what asks for nobody sees nothing.
  setFallbackClaims(undefined)
})

afterAll(async () => {
  actAsPlatform()
  await owner?.end()
  await running.stop()
})

const taken: (() => void)[] = []

afterEach(async () => {
  taken.splice(0).forEach((giveBack) => giveBack())
  await owner.query('delete from payload_jobs')
})

/** Puts another handler in the place of a task’s, for one test. */
const replaceTask = (slug: string, handler: Handler): void => {
  const task = payload.config.jobs.tasks!.find((one) => one.slug === (slug as never))!
  const { handler: original } = task
  task.handler = handler as never
  taken.push(() => (task.handler = original))
}

const queue = async ({
  inQueue = 'files',
  input = {},
  task = 'deliverFile',
}: {
  inQueue?: string
  input?: object
  task?: string
} = {}): Promise<string> => {
  const { rows } = await owner.query<{ id: string }>(
    `insert into payload_jobs (id, task_slug, queue, input, processing, has_error, total_tried)
     values (gen_random_uuid(), $1, $2, $3, false, false, 0) returning id`,
    [task, inQueue, JSON.stringify(input)],
  )
  return rows[0]!.id
}

const planPublish = async (study: string): Promise<void> => {
  const user = await world.user('editor', 'client')
  await queue({
    inQueue: 'default',
    input: {
      type: 'publish',
      doc: { relationTo: 'case-studies', value: study },
      user: { relationTo: 'users', value: user.id },
    },
    task: 'schedulePublish',
  })
}

const draft = async (title: string): Promise<string> => {
  actAsPlatform()
  try {
    const { id } = await createStudy({
      payload,
      tenant: world.client.id,
      title,
      _status: 'draft',
    })
    return id
  } finally {
    setFallbackClaims(undefined)
  }
}

const jobs = async () =>
  (
    await owner.query<{
      error: { message: string } | null
      has_error: boolean
      processing: boolean
      total_tried: string
    }>('select error, has_error, processing, total_tried from payload_jobs')
  ).rows

/** How often each of the studies was published, by its versions. */
const publications = async (ids: readonly string[]): Promise<number[]> => {
  const { rows } = await owner.query<{ count: number }>(
    `select (select count(*)::int from _case_studies_v v
              where v.parent_id = s.id and v.version__status = 'published') as count
       from case_studies s where s.id = any($1)`,
    [ids],
  )
  return rows.map(({ count }) => count)
}

const pool = () => {
  const { pool: found } = payload.db as unknown as { pool: pg.Pool }
  return { inUse: found.totalCount - found.idleCount, waiting: found.waitingCount }
}

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let round = 0; round < 1_000; round += 1) {
    if (await isSo()) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('It never became so.')
}

describe('a job', () => {
  it('is claimed by one of many who look at once', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => queue()))
    const claimed = await Promise.all(
      Array.from({ length: 10 }, (_, runner) =>
        claimJobs({ limit: 10, payload, queue: 'files', runner: `runner ${runner}` }),
      ),
    )
    const got = claimed.flat().map(({ id }) => id)
    expect(new Set(got).size).toBe(got.length)
    expect([...got].sort()).toEqual(ids.sort())
  })

  it('is due again once its lease has run out, and what the first then does is taken back', async () => {
    const study = await draft('Twice')
    await planPublish(study)
    const [first] = await claimJobs({ limit: 1, payload, queue: 'default', runner: 'first' })
    expect(await claimJobs({ limit: 1, payload, queue: 'default', runner: 'second' })).toEqual([])
    await owner.query(`update payload_jobs set lease_until = now() - interval '1 second'`)
    const [second] = await claimJobs({ limit: 1, payload, queue: 'default', runner: 'second' })
    expect(second).toMatchObject({ id: first!.id, interruptions: 1 })
    await perform({ job: first!, payload, runner: 'first' })
    expect(await publications([study])).toEqual([0])
    await perform({ job: second!, payload, runner: 'second' })
    expect(await publications([study])).toEqual([1])
    expect(await jobs()).toEqual([])
  })

  it('that ends its process again and again is given up, with a reason', async () => {
    await queue()
    await owner.query(
      'update payload_jobs set processing = true, interruptions = 10, lease_until = now()',
    )
    await runDueJobs({ payload })
    expect(await jobs()).toEqual([
      expect.objectContaining({
        error: expect.objectContaining({ message: expect.stringContaining('10 times') }),
        has_error: true,
        processing: false,
      }),
    ])
  })

  it('that fails is tried again as its task says, then stays with what was wrong', async () => {
    replaceTask('liftEmbargo', () => Promise.reject(new Error('Not today.')))
    await queue({ inQueue: 'default', task: 'liftEmbargo' })
    const seen: [string, boolean][] = []
    for (let round = 0; round < 6; round += 1) {
      await runDueJobs({ payload })
      const [job] = await jobs()
      seen.push([job!.total_tried, job!.has_error])
      await owner.query('update payload_jobs set wait_until = null')
    }
    expect(seen).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
      ['4', true],
      ['4', true],
      ['4', true],
    ])
    expect((await jobs())[0]!.error).toEqual({
      message: 'Not today.',
      name: 'Error',
      // For people, and of our own errors nothing.
      reason: 'Something went wrong on our side. It has been logged.',
    })
  })

  it('loses no try to an outage of the database', async () => {
    replaceTask('deliverFile', async () => {
      const db = payload.db as unknown as {
        beginTransaction: () => Promise<string>
        sessions: Record<
          string,
          { db: { execute: (query: unknown) => Promise<{ rows: object[] }> } }
        >
      }
      const tx = db.sessions[await db.beginTransaction()]!.db
      const { rows } = await tx.execute(sql`select pg_backend_pid() as pid`)
      await owner.query('select pg_terminate_backend($1)', [(rows[0] as { pid: number }).pid])
      await tx.execute(sql`select 1`)
      return { output: {} }
    })
    await queue()
    await runDueJobs({ payload })
    expect(await jobs()).toEqual([
      expect.objectContaining({ has_error: false, processing: false, total_tried: '0' }),
    ])
  })

  it('of an unknown kind fails and says so', async () => {
    await queue({ task: 'inline' })
    await runDueJobs({ payload })
    expect((await jobs())[0]!.error!.message).toContain('inline')
  })
})

describe('scheduled publishes', () => {
  it('happen once each, with three runners and connections that are cut', async () => {
    const studies: string[] = []
    for (let index = 0; index < 20; index += 1) {
      studies.push(await draft(`Planned ${index}`))
    }
    const before = pool()
    for (const study of studies) {
      await planPublish(study)
    }
    const runners = [1, 2, 3].map(() => startJobRunner({ lookEvery: 500, payload }))
    let rounds = 0
    let cuts = 0
    const cutting = setInterval(() => {
      rounds += 1
      // Not for ever: on a busy machine nothing would get done within a second.
      if (rounds > 8) {
        return clearInterval(cutting)
      }
      void owner
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .then(({ rowCount }) => (cuts += rowCount ?? 0))
    }, 1_000)
    try {
      await until(async () => {
        const { rows } = await owner.query(`select from payload_jobs where queue = 'default'`)
        return rows.length === 0
      })
    } finally {
      clearInterval(cutting)
      await Promise.all(runners.map((runner) => runner.stop()))
    }
    expect(cuts).toBeGreaterThan(0)
    expect(await publications(studies)).toEqual(studies.map(() => 1))
    expect(pool()).toEqual({ inUse: Math.min(before.inUse, pool().inUse), waiting: 0 })
  }, 120_000)
})

describe('what comes again', () => {
  it('is queued once, whoever queues it', async () => {
    await Promise.all(Array.from({ length: 8 }, () => queueAllUpkeep({ payload })))
    await queueNextUpkeep({ payload, task: 'tendFiles' })
    expect(await jobs()).toHaveLength(Object.keys(UPKEEP).length)
  })

  it('is queued anew after it was done', async () => {
    let done = 0
    replaceTask('tendFiles', async () => {
      done += 1
      return { output: {} }
    })
    await queueAllUpkeep({ payload })
    await runDueJobs({ payload, queues: ['upkeep'] })
    const { rows } = await owner.query<{ isLater: boolean }>(
      `select wait_until > now() as "isLater" from payload_jobs where task_slug = 'tendFiles'`,
    )
    expect(done).toBe(1)
    expect(rows).toEqual([{ isLater: true }])
  })
})

describe('a runner', () => {
  it('that stops waits for its work, and gives back what takes longer', async () => {
    let finish!: () => void
    const isBegun = new Promise<void>((begun) => {
      replaceTask('deliverFile', async () => {
        begun()
        await new Promise<void>((resolve) => (finish = resolve))
        return { output: {} }
      })
    })
    await queue()
    const runner = startJobRunner({ payload })
    await isBegun
    expect(runner.isAlive()).toBe(true)
    await runner.stop({ withinMs: 10 })
    const [left] = (await jobs()).filter(({ total_tried: tried }) => tried === '0')
    expect(left).toMatchObject({ processing: false, has_error: false })
    expect(await claimJobs({ limit: 5, payload, queue: 'files', runner: 'next' })).toHaveLength(1)
    finish()
  })
})
