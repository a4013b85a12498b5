// The rule table, compiled: what each kind of principal may touch.
import { describe, expect, it } from '@jest/globals'
import { canInTenant, reachOf } from './compile.ts'
import { ANONYMOUS, heldIn, principalOf, type Principal } from './principal.ts'
import { hasPermission, includesAll, PERMISSIONS, permissionsOfRole } from './permissions.ts'
import { isRole, ROLES } from './roles.ts'
import { allRules, type Action, type CollectionRules, type RuledCollection } from './rules.ts'

const now = new Date('2026-01-01T00:00:00Z')
const member = (role: string, tenant = 't1', permissions?: string[]): Principal =>
  principalOf({ id: 'u1', collection: 'users', tenants: [{ tenant, role, permissions }] })
const operator = principalOf({ id: 'u0', collection: 'users', operator: true, tenants: [] })

const everyRule = Object.entries(allRules).flatMap(([collection, actions]) =>
  Object.entries(actions as CollectionRules).map(([action, grant]) => ({
    collection: collection as RuledCollection,
    action: action as Action,
    grant,
  })),
)

describe('principalOf', () => {
  it('reaches nothing without a user, without an id, or with a user of another collection', () => {
    expect(principalOf(null)).toBe(ANONYMOUS)
    expect(principalOf({ tenants: [{ tenant: 't1', role: 'owner' }] })).toBe(ANONYMOUS)
    expect(
      principalOf({
        id: 'u1',
        collection: 'customers',
        operator: true,
        tenants: [{ tenant: 't1', role: 'owner' }],
      }),
    ).toBe(ANONYMOUS)
  })

  it('drops reach that is malformed', () => {
    const principal = principalOf({
      id: 'u1',
      collection: 'users',
      tenants: [
        { tenant: 't1', role: 'emperor' },
        { tenant: 7, role: 'owner' },
        null,
        { tenant: 't2', role: 'viewer' },
      ],
    })
    expect([...principal.reach.keys()]).toEqual(['t2'])
  })

  it('gives a custom role a viewer’s permissions and its own, and nothing that does not exist', () => {
    const held = heldIn(member('custom', 't1', ['case-studies.publish', 'world.rule']), 't1')
    expect(includesAll(held, permissionsOfRole('viewer'))).toBe(true)
    expect(hasPermission(held, 'case-studies.publish')).toBe(true)
    expect(hasPermission(held, 'case-studies.updateAny')).toBe(false)
  })
})

describe('PERMISSIONS', () => {
  it('numbers every permission that the table grants to a role or to our own code, once', () => {
    const granted = everyRule
      .filter(({ grant }) => isRole(grant.to) || grant.to === 'system')
      .map(({ action, collection }) => `${collection}.${action}`)
    expect([...PERMISSIONS].sort()).toEqual(granted.sort())
  })

  it('grows with the role', () => {
    for (const [index, role] of ROLES.entries()) {
      for (const lesser of ROLES.slice(0, index)) {
        expect(includesAll(permissionsOfRole(role), permissionsOfRole(lesser))).toBe(true)
      }
    }
  })
})

describe('reachOf', () => {
  const read = (principal: Principal) =>
    reachOf({ collection: 'case-studies', actions: ['read', 'readInternal'], principal, now })

  it('gives an anonymous caller only what is public', () => {
    expect(read(ANONYMOUS)).toEqual({
      and: [
        { _status: { equals: 'published' } },
        { deletedAt: { exists: false } },
        { visibility: { equals: 'public' } },
        {
          or: [
            { embargoUntil: { exists: false } },
            { embargoUntil: { less_than_equal: now.toISOString() } },
          ],
        },
        { 'tenant.status': { equals: 'active' } },
      ],
    })
  })

  it('gives a member what is public and all of his tenant', () => {
    expect(read(member('viewer'))).toEqual({ or: [read(ANONYMOUS), { tenant: { in: ['t1'] } }] })
  })

  it('gives an operator everything that a person may do, and nothing that nobody may', () => {
    expect(read(operator)).toBe(true)
    expect(reachOf({ collection: 'leads', actions: ['create'], principal: operator })).toBe(false)
  })

  it('lets a contributor change his own drafts only', () => {
    const update = reachOf({
      collection: 'case-studies',
      actions: ['updateOwn', 'updateAny'],
      principal: member('contributor'),
      now,
    })
    expect(update).toEqual({
      and: [
        { tenant: { in: ['t1'] } },
        { and: [{ createdBy: { equals: 'u1' } }, { _status: { not_equals: 'published' } }] },
      ],
    })
  })

  it('refuses a viewer every write', () => {
    const viewer = member('viewer')
    for (const { action, collection } of everyRule) {
      if (!action.startsWith('read') && action !== 'leave') {
        const reach = reachOf({ collection, actions: [action], principal: viewer, now })
        expect([collection, action, reach]).toEqual([collection, action, false])
      }
    }
  })
})

describe('canInTenant', () => {
  it('counts a role only in its own tenant', () => {
    const ask = (tenant: unknown) =>
      canInTenant({
        principal: member('editor'),
        collection: 'case-studies',
        action: 'publish',
        tenant,
      })
    expect(ask('t1')).toBe(true)
    expect(ask({ id: 't1' })).toBe(true)
    expect(ask('t2')).toBe(false)
    expect(ask(null)).toBe(false)
  })
})
