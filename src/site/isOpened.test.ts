/** Which cookies make a page somebody's own: only one that we signed for this very study and its present password. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { Hono } from 'hono'
import { createStudy } from '../../test/support/content.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { keyFor } from '../config/keys.ts'
import { findLock, type Lock } from './data/findLock.ts'
import type { SiteEnv } from './request.ts'
import { makeUnlockValue, unlockCookieName } from './unlock.ts'

let running: TestPayload
let world: World
let studies: Hono<SiteEnv>
let lock: Lock
let other: Lock

const SLUG = 'behind-a-door'

beforeAll(async () => {
  running = await startPayload()
  const { payload } = running
  world = await createWorld({ payload })
  const study = (slug: string) =>
    createStudy({
      payload,
      tenant: world.client.id,
      title: slug,
      slug,
      visibility: 'password',
      password: 'open sesame',
      _status: 'published',
    })
  await study(SLUG)
  await study('another-door')
  const lockOf = (slug: string) => findLock({ payload, slug, tenantId: world.client.id })
  lock = (await lockOf(SLUG))!
  other = (await lockOf('another-door'))!
  // Once the environment names the database.
  const { openedBy } = await import('./isOpened.ts')
  studies = new Hono<SiteEnv>().get('/:slug', async (c) => c.json({ visitor: await openedBy(c) }))
})

beforeEach(() => {
  jest.restoreAllMocks()
})

afterAll(() => running?.stop())

const cookieOf = ({ hash, id }: Lock, { name = id, now = Date.now() } = {}): string =>
  `${unlockCookieName(name)}=${makeUnlockValue({
    studyId: id,
    passwordHash: hash,
    secret: keyFor('unlockCookies'),
    now,
  })}`

/** What tells the visitor who opened it from others, or null. */
const ask = async (
  cookie: string,
  { slug = SLUG, tenantId = world.client.id } = {},
): Promise<string | null> => {
  const env = { incoming: { headers: { cookie } }, tenantId } as SiteEnv['Bindings']
  const answer = await studies.fetch(new Request(`http://localhost/${slug}`), env)
  return ((await answer.json()) as { visitor: string | null }).visitor
}

describe('a study is open', () => {
  it('for the cookie that its password earned', async () => {
    const cookie = cookieOf(lock)
    const [, value] = cookie.split('=')
    expect(await ask(cookie)).toBe(value)
    expect(await ask(`a=1; ${cookieOf(other)}; ${cookie}; b=2`)).toBe(value)
  })

  it('for each visitor alone: two that opened it at different times are told apart', async () => {
    const now = Date.now()
    const visitors = [
      await ask(cookieOf(lock, { now })),
      await ask(cookieOf(lock, { now: now - 5_000 })),
    ]
    expect(new Set(visitors).size).toBe(2)
    expect(visitors).not.toContain(null)
  })

  it('for no other', async () => {
    const { id } = lock
    for (const cookie of [
      '',
      'vitrine_unlock_',
      'x=vitrine_unlock_',
      'vitrine_unlock_s1=1',
      `${unlockCookieName(id)}=1`,
      `${unlockCookieName(id)}=9999999999.${'A'.repeat(43)}`,
      cookieOf(other),
      cookieOf(other, { name: id }),
      cookieOf({ ...lock, hash: 'the password before' }),
      cookieOf(lock, { now: Date.now() - 24 * 60 * 60 * 1000 }),
    ]) {
      expect({ cookie, visitor: await ask(cookie) }).toEqual({ cookie, visitor: null })
    }
    for (const elsewhere of [
      { slug: 'another-door' },
      { slug: 'nowhere' },
      { tenantId: world.stranger.id },
    ]) {
      expect({ elsewhere, visitor: await ask(cookieOf(lock), elsewhere) }).toEqual({
        elsewhere,
        visitor: null,
      })
    }
  })

  it('and what does not look like one of ours costs no query', async () => {
    const find = jest.spyOn(running.payload.db, 'findOne')
    for (const cookie of ['', 'vitrine_unlock_s1=1', `vitrine_unlock_${lock.id}=x.y`]) {
      await ask(cookie)
    }
    expect(find).not.toHaveBeenCalled()
  })
})
