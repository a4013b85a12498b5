/** Transactions say how they ended, and a connection that is lost takes nothing else with it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { Payload } from 'payload'
import { startPayload, type TestPayload } from '../../../test/support/payload.ts'
import { isOutage } from './outage.ts'

type Executor = { execute: (query: unknown) => Promise<{ rows: Record<string, unknown>[] }> }
type Adapter = {
  beginTransaction: () => Promise<string>
  commitTransaction: (id: string) => Promise<void>
  rollbackTransaction: (id: string) => Promise<void>
  drizzle: Executor
  pool: pg.Pool
  sessions: Record<string, { db: Executor } | undefined>
  updateJobs: (args: object) => Promise<unknown>
}

let running: TestPayload
let payload: Payload
let db: Adapter
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  db = payload.db as unknown as Adapter
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running.stop()
})

let inUse: number

beforeEach(() => {
  inUse = db.pool.totalCount - db.pool.idleCount
})

const executor = (id: string): Executor => db.sessions[id]!.db
const pidOf = async (id: string): Promise<number> =>
  (await executor(id).execute(sql`select pg_backend_pid() as pid`)).rows[0]!.pid as number
const halves = async (): Promise<number> =>
  (await owner.query(`select from payload_kv where key like 'tx:%'`)).rowCount ?? 0
const write = (id: string, key: string) =>
  executor(id).execute(
    sql`insert into payload_kv (id, key, data) values (gen_random_uuid(), ${key}, '{}')`,
  )
/** Until the pool has noticed. */
const settled = async (): Promise<void> => {
  for (let round = 0; round < 100 && db.pool.totalCount - db.pool.idleCount > inUse; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a transaction', () => {
  it('says that it was not committed, when its connection was cut', async () => {
    const id = await db.beginTransaction()
    await owner.query('select pg_terminate_backend($1)', [await pidOf(id)])
    await settled()
    const committing = db.commitTransaction(id)
    await expect(committing).rejects.toThrow()
    expect(isOutage(await committing.catch((err: unknown) => err))).toBe(true)
    expect(db.pool.totalCount - db.pool.idleCount).toBe(inUse)
  })

  it('lets no statement of it count alone once its connection was cut', async () => {
    const id = await db.beginTransaction()
    await owner.query('select pg_terminate_backend($1)', [await pidOf(id)])
    await settled()
    const before = await halves()
    const refusal = await Promise.resolve()
      .then(() => write(id, 'tx:half'))
      .catch((err: unknown) => err)
    expect(isOutage(refusal)).toBe(true)
    expect(await halves()).toBe(before)
    await db.rollbackTransaction(id)
  })

  it('says that nothing was saved, when a statement in it failed and nobody said so', async () => {
    const id = await db.beginTransaction()
    await executor(id)
      .execute(sql`select 1 / 0`)
      .catch(() => undefined)
    await expect(db.commitTransaction(id)).rejects.toMatchObject({
      cause: expect.objectContaining({ code: '25P02' }),
    })
    await settled()
    expect(db.pool.totalCount - db.pool.idleCount).toBe(inUse)
  })

  it('that was rolled back or committed holds no connection', async () => {
    const [one, other] = [await db.beginTransaction(), await db.beginTransaction()]
    await db.rollbackTransaction(one)
    await db.commitTransaction(other)
    await expect(db.commitTransaction('never begun')).resolves.toBeUndefined()
    expect(db.pool.totalCount - db.pool.idleCount).toBe(inUse)
  })

  it('of Payload’s queue ends when its statement fails', async () => {
    const id = await db.beginTransaction()
    await expect(
      db.updateJobs({
        data: { processing: true },
        req: { transactionID: id },
        where: { nothing: { equals: 1 } },
      }),
    ).rejects.toThrow()
    expect(db.sessions[id]).toBeUndefined()
    expect(db.pool.totalCount - db.pool.idleCount).toBe(inUse)
  })
})

it('waits five seconds for a connection and no longer', async () => {
  const { max = 12 } = db.pool.options
  const all = await Promise.all(Array.from({ length: max - inUse }, () => db.pool.connect()))
  try {
    const asked = db.drizzle.execute(sql`select 1`).catch((err: unknown) => err)
    expect(isOutage(await asked)).toBe(true)
    expect(db.pool.waitingCount).toBe(0)
  } finally {
    for (const client of all) {
      client.release()
    }
  }
})

it('leaves nothing on its client, however many there are one after another', async () => {
  for (let index = 0; index < 15; index += 1) {
    await db.commitTransaction(await db.beginTransaction())
  }
  const client = await db.pool.connect()
  try {
    expect(client.listenerCount('end')).toBeLessThan(4)
  } finally {
    client.release()
  }
})
