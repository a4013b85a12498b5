// How many server functions one user runs at once: they cannot hold the process by sending many.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { currentCall } from '../../src/serverFunctions/call.ts'
import { MOST_AT_ONCE, MOST_IN_LINE } from '../../src/serverFunctions/limits.ts'
import { startTarget, tokenFor, type Target } from '../support/attacks.ts'

const EDITOR = 'editor@client.test'

let target: Target
let tokenOf: (email: string) => Promise<string>
/** Calls that are with Next now, and the most there were at any time. */
let running: number
let most: number
let release: () => void
let released: Promise<void>
let isBroken: boolean

const next = async (_: IncomingMessage, res: ServerResponse): Promise<void> => {
  const call = currentCall()!
  call.isStarted = true
  running += 1
  most = Math.max(most, running)
  await released
  running -= 1
  if (isBroken) {
    throw new Error('Next failed.')
  }
  res.end('0:{"a":1}')
}

beforeAll(async () => {
  target = await startTarget({ next })
  tokenOf = tokenFor({ payload: target.payload })
  await tokenOf(EDITOR)
  await tokenOf('viewer@client.test')
})

afterAll(() => target?.stop())

beforeEach(() => {
  running = 0
  most = 0
  isBroken = false
  released = new Promise((resolve) => (release = resolve))
})

// What a failed test left behind would hold up the next.
afterEach(() => release())

const call = async (as: string, signal?: AbortSignal) =>
  target.send('/admin', {
    method: 'POST',
    headers: {
      'next-action': '40'.padEnd(42, 'a'),
      'content-type': 'text/plain;charset=UTF-8',
      cookie: `payload-token=${await tokenOf(as)}`,
    },
    body: '[{"name":"form-state","args":{"collectionSlug":"users"}}]',
    ...(signal ? { signal } : {}),
  })

const until = async (isTrue: () => boolean): Promise<void> => {
  const deadline = Date.now() + 45_000
  while (!isTrue() && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(isTrue()).toBe(true)
}

describe('calls of one user', () => {
  it('run two at once, the next eight wait, and more are answered with 429 and when to come back', async () => {
    const extra = 5
    let refused = 0
    const answers = Array.from({ length: MOST_AT_ONCE + MOST_IN_LINE + extra }, async () => {
      const answer = await call(EDITOR)
      refused += answer.status === 429 ? 1 : 0
      return answer
    })
    await until(() => refused === extra)
    expect(running).toBe(MOST_AT_ONCE)
    release()
    const all = await Promise.all(answers)
    expect(all.filter(({ status }) => status === 200)).toHaveLength(MOST_AT_ONCE + MOST_IN_LINE)
    expect(most).toBe(MOST_AT_ONCE)
    const [one] = all.filter(({ status }) => status === 429)
    expect(one!.body).toMatchObject({ code: 'too_many_requests', detail: expect.any(String) })
    expect(Number(one!.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('hold up nobody else', async () => {
    const own = Array.from({ length: MOST_AT_ONCE + 1 }, () => call(EDITOR))
    await until(() => running === MOST_AT_ONCE)
    const other = call('viewer@client.test')
    await until(() => running === MOST_AT_ONCE + 1)
    release()
    expect((await other).status).toBe(200)
    expect((await Promise.all(own)).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('count until their work has ended, also when the caller did not wait for it', async () => {
    const gone = new AbortController()
    const left = Array.from({ length: MOST_AT_ONCE }, () =>
      call(EDITOR, gone.signal).catch(() => null),
    )
    await until(() => running === MOST_AT_ONCE)
    gone.abort()
    await Promise.all(left)
    const later = call(EDITOR)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(running).toBe(MOST_AT_ONCE)
    release()
    expect((await later).status).toBe(200)
    expect(most).toBe(MOST_AT_ONCE)
  })

  it('give their turn back when they fail', async () => {
    isBroken = true
    release()
    for (let count = 0; count < MOST_AT_ONCE + MOST_IN_LINE + 2; count += 1) {
      expect((await call(EDITOR)).status).toBe(500)
    }
    isBroken = false
    expect((await call(EDITOR)).status).toBe(200)
  })
})
