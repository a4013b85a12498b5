// Two owners of one tenant who go at the same moment: each of them could count on the other.
import { expect } from '@jest/globals'
import pg from 'pg'
import type { Api } from '../../support/http.ts'
import type { World } from '../../support/tenants.ts'

type Race = { api: Api; databaseUrl: string; world: World }

type Owner = { email: string; id: string }

const EMAILS = ['owner@client.test', 'admin@client.test']

/** The client's two, made owners by the owner of the tables. */
const twoOwners = async ({ databaseUrl }: Race): Promise<[Owner, Owner]> => {
  const [one, other] = await asTableOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query<Owner>(
      `update memberships m set role = 'owner', status = 'active' from users u
        where u.id = m.user_id and u.email = any ($1) returning m.id, u.email`,
      [EMAILS],
    )
    return rows
  })
  return [one!, other!]
}

const countOwners = ({ databaseUrl, world }: Race): Promise<number> =>
  asTableOwner(databaseUrl, async (owner) => {
    const { rowCount } = await owner.query(
      `select from memberships where tenant_id = $1 and role = 'owner' and status = 'active'`,
      [world.client.id],
    )
    return rowCount ?? 0
  })

/** Two change each other's role, then two leave. Afterwards somebody is still an owner. */
export const raceOwners = async (race: Race): Promise<void> => {
  const demote = ([one, other]: Owner[]) => ({
    as: one!.email,
    body: { role: 'editor' },
    method: 'PATCH',
    path: `/api/memberships/${other!.id}`,
  })
  const leave = ([one]: Owner[]) => ({
    as: one!.email,
    method: 'DELETE',
    path: `/api/memberships/${one!.id}`,
  })
  for (const call of [demote, leave]) {
    const [one, other] = await twoOwners(race)
    // Both sign in before anything is held.
    await Promise.all(
      [one, other].map(({ email }) => race.api.call({ as: email, path: '/api/users/me' })),
    )
    const answers = await atOnce(race, [call([one, other]), call([other, one])])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(await countOwners(race)).toBe(1)
  }
}

/** Lets every request come as far as it comes without changing a membership, then all of them go on. */
const atOnce = ({ api, databaseUrl }: Race, calls: Parameters<Api['call']>[0][]) =>
  asTableOwner(databaseUrl, async (owner) => {
    await owner.query('begin')
    await owner.query('lock table memberships in share mode')
    const asked = Promise.all(calls.map((call) => api.call(call)))
    for (let waiting = 0; waiting < calls.length;) {
      const { rowCount } = await owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      waiting = rowCount ?? 0
    }
    await owner.query('commit')
    return asked
  })

/** One request that takes the role of all owners, or removes them, leaves one. */
export const takeAllOwners = async (race: Race): Promise<void> => {
  const where = `where[tenant][equals]=${race.world.client.id}&where[role][equals]=owner`
  const common = { as: 'operator@test.test', path: `/api/memberships?${where}` }
  for (const call of [{ method: 'PATCH', body: { role: 'editor' } }, { method: 'DELETE' }]) {
    await twoOwners(race)
    await race.api.call({ ...common, ...call })
    expect(await countOwners(race)).toBeGreaterThan(0)
  }
}

const asTableOwner = async <T>(
  databaseUrl: string,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> => {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}
