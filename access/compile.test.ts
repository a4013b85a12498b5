// The rule table, compiled: what each kind of principal may touch.
import { describe, expect, it } from '@jest/globals'
import { canInTenant, compileGrants } from './compile.ts'
import { ANONYMOUS, principalOf, type Principal } from './principal.ts'
import { rules } from './rules.ts'

const now = new Date('2026-01-01T00:00:00Z')
const member = (role: string, tenant = 't1'): Principal =>
  principalOf({ id: 'u1', collection: 'users', tenants: [{ tenant, role }] })
const operator = principalOf({ id: 'u0', collection: 'users', operator: true, tenants: [] })

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
    expect([...principal.roles]).toEqual([['t2', 'viewer']])
  })
})

describe('compileGrants', () => {
  const read = (principal: Principal) =>
    compileGrants({ grants: rules['case-studies'].read, principal, now, tenantPath: 'tenant' })

  it('gives an anonymous caller only what is public', () => {
    expect(read(ANONYMOUS)).toEqual({
      and: [
        { _status: { equals: 'published' } },
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

  it('gives an operator everything that anybody may do, and nothing that nobody may', () => {
    expect(read(operator)).toBe(true)
    expect(
      compileGrants({ grants: undefined, principal: operator, now, tenantPath: 'tenant' }),
    ).toBe(false)
  })

  it('lets a contributor change his own drafts only', () => {
    const update = compileGrants({
      grants: rules['case-studies'].update,
      principal: member('contributor'),
      now,
      tenantPath: 'tenant',
    })
    expect(update).toEqual({
      and: [
        { tenant: { in: ['t1'] } },
        { createdBy: { equals: 'u1' }, _status: { not_equals: 'published' } },
      ],
    })
  })

  it('refuses a viewer every write', () => {
    const viewer = member('viewer')
    for (const [collection, actions] of Object.entries(rules)) {
      for (const [action, grants] of Object.entries(actions)) {
        if (!action.startsWith('read')) {
          const result = compileGrants({ grants, principal: viewer, now, tenantPath: 'tenant' })
          expect([collection, action, result]).toEqual([collection, action, false])
        }
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
