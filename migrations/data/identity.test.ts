// What the migration “identity” makes of accounts, reset links and roles from before.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { identityUp } from './identity.ts'
import { readInternalUp } from './readInternal.ts'

let running: TestPayload
let owner: pg.Client
let world: World

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
})

afterAll(async () => {
  await owner?.end()
  await running?.stop()
})

describe('the migration', () => {
  it('verifies those who accepted an invitation to their present email, and nobody else', async () => {
    await owner.query(`update users set email_verified_at = null, reset_password_token = 'plain'`)
    const invitation = (email: string, tenant: string, status: string) =>
      owner.query(
        `insert into invitations (id, email, tenant_id, role, status, expires_at)
         values (gen_random_uuid(), $1, $2, 'editor', $3, now())`,
        [email, tenant, status],
      )
    await invitation('editor@client.test', world.client.id, 'accepted')
    await invitation('viewer@client.test', world.client.id, 'pending')
    await invitation('admin@client.test', world.client.id, 'revoked')
    // Accepted by somebody who had this email then: the one who has it now is no member there.
    await invitation('owner@stranger.test', world.client.id, 'accepted')
    const { id } = await running.payload.create({
      collection: 'roles',
      data: { name: 'Press', permissions: ['leads.readInternal'], tenant: world.client.id },
    })
    await owner.query(
      `update roles set permissions = '["memberships.create", "leads.readInternal"]' where id = $1`,
      [id],
    )
    await owner.query(identityUp)
    const { rows } = await owner.query(
      'select email from users where email_verified_at is not null',
    )
    expect(rows).toEqual([{ email: 'editor@client.test' }])
    const tokens = await owner.query('select 1 from users where reset_password_token is not null')
    expect(tokens.rows).toEqual([])
    const roles = await owner.query('select permissions from roles where id = $1', [id])
    expect(roles.rows).toEqual([{ permissions: ['leads.readInternal'] }])
  })

  it('after it names what is not public as such, in the roles that read it', async () => {
    const permissionsAfter = async (permissions: unknown) => {
      const { rows } = await owner.query<{ permissions: unknown }>(
        'update roles set permissions = $1 returning permissions',
        [JSON.stringify(permissions)],
      )
      expect(rows).toHaveLength(1)
      await owner.query(readInternalUp)
      return (await owner.query('select permissions from roles')).rows[0]!.permissions
    }
    expect(
      await permissionsAfter(['roles.readDrafts', 'leads.updateAny', 'x.readDraftsOf']),
    ).toEqual(['roles.readInternal', 'leads.updateAny', 'x.readDraftsOf'])
    expect(await permissionsAfter(['pages.publish'])).toEqual(['pages.publish'])
    expect(await permissionsAfter([])).toEqual([])
  })
})
