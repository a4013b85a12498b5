// What somebody asks for while an account is being recovered, and what finishes only afterwards.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startTarget, type Target } from '../support/attacks.ts'
import { arm, codeOf, tokened, type Armed } from '../support/identity.ts'
import { PASSWORD } from '../support/tenants.ts'

const NEW_PASSWORD = 'a-much-better-password'

let target: Target

beforeAll(async () => {
  target = await startTarget()
})

afterAll(async () => {
  await target?.stop()
})

const call = (armed: Armed, method: string, path: string, body: unknown) =>
  target.api.call({ method, path, body, headers: tokened(armed.acting) })

describe('what is under way while an account is recovered', () => {
  const ways = [
    ['a change of email', '/api/users/change-email', { email: 'elsewhere@evil.test' }],
    ['an API key', '/api/users/api-keys', { name: 'In flight' }],
  ] as const

  it.each(ways)('%s does not survive it', async (_, path, body) => {
    const armed = await arm(target)
    const owner = new pg.Client({ connectionString: target.databaseUrl })
    await owner.connect()
    try {
      // Held here, as a reset holds it: the request waits, with its password already checked.
      await owner.query('begin')
      await owner.query(`set local session_replication_role = 'replica'`)
      await owner.query(
        'update users set credentials_epoch = credentials_epoch + 1 where email = $1',
        [armed.email],
      )
      const asked = call(armed, 'POST', path, { ...body, currentPassword: PASSWORD })
      for (let waiting = 0; waiting === 0;) {
        const { rows } = await owner.query<{ count: number }>(
          `select count(*)::int as count from pg_locks where not granted`,
        )
        waiting = rows[0]!.count
      }
      await owner.query('commit')
      const answer = await asked
      expect([answer.status, codeOf(answer)]).toEqual([409, 'changed_meanwhile'])
    } finally {
      await owner.end()
    }
  })

  it('many of them at once neither survive a reset nor stop it', async () => {
    const armed = await arm(target)
    const pending = Array.from({ length: 4 }, (_, index) =>
      index % 2 === 0
        ? call(armed, 'POST', '/api/users/change-email', {
            email: `elsewhere${index}@evil.test`,
            currentPassword: PASSWORD,
          })
        : call(armed, 'POST', '/api/users/api-keys', {
            name: `In flight ${index}`,
            currentPassword: PASSWORD,
          }),
    )
    const reset = await target.api.call({
      method: 'POST',
      path: '/api/users/reset-password',
      body: { token: armed.resetToken, password: NEW_PASSWORD },
    })
    await Promise.all(pending)
    expect(reset.status).toBe(200)
    const mine = { authorization: `JWT ${reset.body.token as string}` }
    const { body: left } = await target.api.call({ path: '/api/users/change-email', headers: mine })
    expect(left.pending).toBeNull()
    const { body: keys } = await target.api.call({ path: '/api/api-keys', headers: mine })
    expect(keys.docs).toEqual([])
  })
})
