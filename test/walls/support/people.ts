// The people of the generated attempts: everybody of the small world, and the special cases.
import type pg from 'pg'
import type { Payload } from 'payload'
import { ROLES, type Role } from '../../../access/roles.ts'
import { PASSWORD, type World } from '../../support/tenants.ts'
import type { Person } from './oracle.ts'

/** Beside the roles: a custom role, a suspended member, an invited one, and one who is nowhere. */
export const SPECIAL = ['custom', 'suspended', 'invited', 'nowhere'] as const

export const createSpecialPeople = async ({
  payload,
  world,
}: {
  payload: Payload
  world: World
}): Promise<void> => {
  const role = await payload.create({
    collection: 'roles',
    data: {
      tenant: world.client.id,
      name: 'Publisher',
      permissions: ['case-studies.publish', 'case-studies.updateAny', 'redirects.create'],
    },
  })
  for (const name of SPECIAL) {
    const user = await payload.create({
      collection: 'users',
      data: { email: `${name}@client.test`, name, password: PASSWORD },
    })
    if (name !== 'nowhere') {
      await payload.create({
        collection: 'memberships',
        data: {
          tenant: world.client.id,
          user: user.id,
          role: name === 'custom' ? 'custom' : 'owner',
          ...(name === 'custom' ? { customRole: role.id } : {}),
          status: name === 'custom' ? 'active' : name,
        },
      })
    }
  }
}

export const EMAILS: (string | null)[] = [
  null,
  'operator@test.test',
  ...['agency', 'client', 'stranger'].flatMap((tenant) =>
    ROLES.map((role) => `${role}@${tenant}.test`),
  ),
  ...SPECIAL.map((name) => `${name}@client.test`),
]

/** Who somebody is, read from the rows as the owner of the tables sees them. */
export const personOf = async ({
  email,
  owner,
}: {
  email: string | null
  owner: pg.Client
}): Promise<Person> => {
  if (email === null) {
    return { userId: null, isOperator: false, holds: new Map() }
  }
  const { rows: users } = await owner.query<{ id: string; operator: boolean }>(
    'select id, operator from users where email = $1',
    [email],
  )
  const user = users[0]!
  const { rows } = await owner.query<{
    tenant_id: string
    role: string
    permissions: string[] | null
    kind: string
  }>(
    `select m.tenant_id, m.role::text, r.permissions, t.kind from memberships m
       join tenants t on t.id = m.tenant_id left join roles r on r.id = m.custom_role_id
      where m.user_id = $1 and m.status = 'active'`,
    [user.id],
  )
  const holds: Person['holds'] = new Map()
  for (const { kind, permissions, role, tenant_id } of rows) {
    holds.set(tenant_id, role === 'custom' ? { custom: permissions ?? [] } : { role: role as Role })
    if (kind === 'agency') {
      const { rows: clients } = await owner.query<{ id: string; access: string }>(
        `select id, agency_access::text as access from tenants where agency_id = $1 and agency_access <> 'none'`,
        [tenant_id],
      )
      for (const { access, id } of clients) {
        const capped = Math.min(ROLES.indexOf(role as Role), ROLES.indexOf(access as Role))
        holds.set(id, { role: ROLES[capped]! })
      }
    }
  }
  return { userId: user.id, isOperator: user.operator, holds }
}
