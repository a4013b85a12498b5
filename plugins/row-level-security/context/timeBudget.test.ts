// A piece of work has so much database time and no more, however it spends it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { startPayload, type TestPayload } from '../../../test/support/payload.ts'
import { withClaims, withExtra, withTimeBudget, type TimeBudget } from '../index.ts'

let running: TestPayload
let payload: Payload

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
})

afterAll(() => running.stop())

type Executing = { drizzle: { execute: (query: unknown) => Promise<unknown> } }
const sleep = (seconds: number) =>
  (payload.db as unknown as Executing).drizzle.execute(sql.raw(`select pg_sleep(${seconds})`))
const codeOf = (err: { code?: string; cause?: { code?: string } }) => err.cause?.code ?? err.code
const spend = (milliseconds: number, work: () => Promise<unknown>) => {
  let kept: Readonly<TimeBudget> | undefined
  return withTimeBudget(milliseconds, async (budget) => {
    kept = budget
    await work()
    return 'done'
  }).then(
    (result) => ({ result, isSpent: kept!.isSpent }),
    (err) => ({ result: codeOf(err), isSpent: kept!.isSpent }),
  )
}

describe('withTimeBudget', () => {
  it('cancels the statement that uses it up', async () => {
    expect(await spend(200, () => sleep(20))).toEqual({ result: '57014', isSpent: true })
  })

  it('counts all statements together, and sends none once it is used up', async () => {
    let sent = 0
    const outcome = await spend(300, async () => {
      for (; sent < 50; sent += 1) {
        await sleep(0.1)
      }
    })
    expect(outcome).toEqual({ result: '57014', isSpent: true })
    expect(sent).toBeLessThan(4)
    const after = await spend(200, async () => {
      await sleep(5).catch(() => undefined)
      await payload.count({ collection: 'users' })
    })
    expect(after).toEqual({ result: '57014', isSpent: true })
  })

  it('counts no time in which the process could not have heard an answer', async () => {
    const outcome = await spend(600, async () => {
      const asked = sleep(0.05)
      await new Promise((resolve) => setImmediate(resolve))
      const until = performance.now() + 1_000
      while (performance.now() < until);
      await asked
      await sleep(0.05)
    })
    expect(outcome).toEqual({ result: 'done', isSpent: false })
  })

  it('is not escaped by taking other claims', async () => {
    for (const wrap of [
      (work: () => Promise<unknown>) => withClaims({ userId: null, caps: [], grants: [] }, work),
      (work: () => Promise<unknown>) => withExtra({ caps: [], grants: [] }, work),
      (work: () => Promise<unknown>) => withTimeBudget(60_000, work),
    ]) {
      expect(await spend(200, () => wrap(() => sleep(20)))).toEqual({
        result: '57014',
        isSpent: true,
      })
    }
  })

  it('leaves other work and the connections alone', async () => {
    const [spent, other] = await Promise.all([
      spend(200, () => sleep(20)),
      sleep(0.5).then(() => 'slept'),
    ])
    expect([spent.result, other]).toEqual(['57014', 'slept'])
    expect(await spend(30_000, () => sleep(0.01))).toEqual({ result: 'done', isSpent: false })
  })
})
