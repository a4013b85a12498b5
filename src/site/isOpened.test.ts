/** Which cookies make a page somebody's own: only one that we signed for this very study and its present password. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { createStudy } from '../../test/support/content.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { keyFor } from '../config/keys.ts'
import { findLock, type Lock } from './data/findLock.ts'
import { createIsOpened, type IsOpened } from './isOpened.ts'
import { makeUnlockValue, unlockCookieName } from './unlock.ts'

let running: TestPayload
let world: World
let isOpened: IsOpened
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
  isOpened = createIsOpened({ payload })
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

const ask = (cookie: string, slug = SLUG): Promise<boolean> =>
  isOpened({ cookie, slug, tenantId: world.client.id })

describe('a study is open', () => {
  it('for the cookie that its password earned', async () => {
    expect(await ask(cookieOf(lock))).toBe(true)
    expect(await ask(`a=1; ${cookieOf(other)}; ${cookieOf(lock)}; b=2`)).toBe(true)
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
      expect({ cookie, isOpen: await ask(cookie) }).toEqual({ cookie, isOpen: false })
    }
    expect(await ask(cookieOf(lock), 'another-door')).toBe(false)
    expect(await ask(cookieOf(lock), 'nowhere')).toBe(false)
    expect(
      await isOpened({ cookie: cookieOf(lock), slug: SLUG, tenantId: world.stranger.id }),
    ).toBe(false)
  })

  it('and what does not look like one of ours costs no query', async () => {
    const find = jest.spyOn(running.payload.db, 'findOne')
    for (const cookie of ['', 'vitrine_unlock_s1=1', `vitrine_unlock_${lock.id}=x.y`]) {
      await ask(cookie)
    }
    expect(find).not.toHaveBeenCalled()
  })
})
