// API keys: made by the server, shown once, one's own, and written down at most once a minute.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { logIn, startTarget, type Target } from '../support/attacks.ts'
import { codeOf, createAccount, keyed, makeKey, tokened, whoIs } from '../support/identity.ts'
import { mailTo } from '../support/mail.ts'
import { PASSWORD } from '../support/tenants.ts'

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

const create = (body: Record<string, unknown>, as = 'editor@client.test') =>
  target.api.call({
    as,
    method: 'POST',
    path: '/api/users/api-keys',
    body: { currentPassword: PASSWORD, ...body },
  })

describe('a key', () => {
  it('is 256 bits that are shown once and stored as a hash', async () => {
    const { body, headers, status } = await create({ name: '  Build server ' })
    expect(status).toBe(201)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(body.token).toMatch(/^vk_[A-Za-z0-9_-]{43}$/)
    expect(body.doc).toMatchObject({
      name: 'Build server',
      prefix: (body.token as string).slice(0, 9),
    })
    const days = (new Date(body.doc.expiresAt as string).getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(90)
    const { rows } = await owner.query('select * from api_keys where id = $1', [body.doc.id])
    expect(JSON.stringify(rows)).not.toContain((body.token as string).slice(9))
    expect(rows[0].hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await whoIs(target, keyed(body.token as string))).toBe('editor@client.test')
    expect((await mailTo('editor@client.test')).eml).toContain('Build server')
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 7 }, 'name'],
    [{ name: 'A', expiresInDays: 0 }, 'expiresInDays'],
    [{ name: 'A', expiresInDays: 366 }, 'expiresInDays'],
    [{ name: 'A', expiresInDays: 1.5 }, 'expiresInDays'],
    [{ name: 'A', expiresInDays: '30' }, 'expiresInDays'],
    [{ name: 'A', expiresInDays: null }, 'expiresInDays'],
  ])('is not made of %j', async (body, path) => {
    const answer = await create(body)
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].data.errors[0].path).toBe(path)
  })

  it('opens nothing once it expired or was deleted', async () => {
    const expiring = await makeKey({ api: target.api, as: 'editor@client.test' })
    await owner.query(`update api_keys set expires_at = now() where prefix = $1`, [
      expiring.slice(0, 9),
    ])
    expect(await whoIs(target, keyed(expiring))).toBeNull()
    const { body } = await create({ name: 'Deleted' })
    const path = `/api/api-keys/${body.doc.id}`
    const removed = await target.api.call({ as: 'editor@client.test', method: 'DELETE', path })
    expect(removed.status).toBe(200)
    expect(await whoIs(target, keyed(body.token as string))).toBeNull()
  })

  it('is seen, deleted and made for no other, and never changed', async () => {
    const { body } = await create({ name: 'Mine' })
    const path = `/api/api-keys/${body.doc.id}`
    for (const as of ['owner@client.test', 'operator@test.test', undefined]) {
      expect([403, 404]).toContain((await target.api.call({ as, path })).status)
      expect([403, 404]).toContain((await target.api.call({ as, method: 'DELETE', path })).status)
      const many = await target.api.call({
        as,
        method: 'DELETE',
        path: '/api/api-keys?where[id][exists]=true',
      })
      expect(JSON.stringify(many.body)).not.toContain(body.doc.id)
    }
    for (const as of ['editor@client.test', 'operator@test.test']) {
      const forged = {
        user: (await target.world.user('owner', 'client')).id,
        name: 'Forged',
        prefix: 'vk_forged',
        hash: 'a'.repeat(64),
        expiresAt: '2099-01-01T00:00:00.000Z',
      }
      const made = await target.api.call({
        as,
        method: 'POST',
        path: '/api/api-keys',
        body: forged,
      })
      const changed = await target.api.call({ as, method: 'PATCH', path, body: forged })
      expect([made.status, changed.status].every((status) => [403, 404].includes(status))).toBe(
        true,
      )
    }
    expect(await whoIs(target, keyed(body.token as string))).toBe('editor@client.test')
    const { rows } = await owner.query(`select 1 from api_keys where name = 'Forged'`)
    expect(rows).toEqual([])
  })

  it('is one of twenty at most, however many are asked for at once', async () => {
    const email = 'many-keys@person.test'
    const { id } = await createAccount({ email, payload: target.payload })
    const headers = tokened(await logIn({ email, payload: target.payload }))
    const answers = await Promise.all(
      Array.from({ length: 23 }, (_, at) =>
        target.api.call({
          method: 'POST',
          path: '/api/users/api-keys',
          headers,
          body: { name: `Key ${at}` },
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter((one) => codeOf(one) === 'too_many_api_keys')).toHaveLength(3)
    const { rows } = await owner.query('select 1 from api_keys where user_id = $1', [id])
    expect(rows).toHaveLength(20)
    await target.payload.delete({ collection: 'users', id })
    const left = await owner.query('select 1 from api_keys where user_id = $1', [id])
    expect(left.rows).toEqual([])
  })
})

describe('the last use of a key', () => {
  it('is written once by 200 readers at once, and again after a minute', async () => {
    await owner.query(`
      create table if not exists uses_written (key uuid);
      create or replace function count_use() returns trigger language plpgsql security definer as
        $$ begin insert into public.uses_written values (new.id); return new; end $$;
      create trigger count_uses after update on api_keys for each row execute function count_use();`)
    const { body } = await create({ name: 'Read often' })
    const written = async () =>
      (await owner.query('select 1 from uses_written where key = $1', [body.doc.id])).rows.length
    const read = () =>
      target.api.call({
        headers: keyed(body.token as string),
        path: '/api/services?limit=1&depth=0',
      })
    const answers = await Promise.all(Array.from({ length: 200 }, read))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await written()).toBe(1)
    await owner.query(
      `alter table api_keys disable trigger count_uses;
       update api_keys set last_used_at = now() - interval '61 seconds';
       alter table api_keys enable trigger count_uses`,
    )
    await read()
    expect(await written()).toBe(2)
  })

  it('waits for nobody who holds the row', async () => {
    const key = await makeKey({ api: target.api, as: 'viewer@client.test' })
    await owner.query('begin')
    await owner.query('select 1 from api_keys where prefix = $1 for update', [key.slice(0, 9)])
    try {
      expect(await whoIs(target, keyed(key))).toBe('viewer@client.test')
    } finally {
      await owner.query('rollback')
    }
  })
})
