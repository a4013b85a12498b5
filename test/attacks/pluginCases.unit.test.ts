// The unit specs that the multi-tenant plugin ships: its tenant field, and which tenant may be
// assigned. Here the hook `assignTenant` and the principal decide; the plugin’s check runs beside.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { APIError, type CollectionBeforeValidateHook } from 'payload'
import { principalOf } from '../../access/principal.ts'
import { assignTenant } from '../../collections/shared/hooks/assignTenant.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { fieldOf } from '../support/attacksAdmin.ts'

let running: TestPayload

beforeAll(async () => {
  running = await startPayload()
})

afterAll(async () => {
  await running.stop()
})

type Access = (args: unknown) => boolean

describe('plugin-multi-tenant tenantField/index.spec.ts', () => {
  const may = (user: unknown) => {
    const { access } = fieldOf({
      collection: 'services',
      name: 'tenant',
      payload: running.payload,
    }) as unknown as { access: { create: Access; update: Access } }
    const args = { req: { user }, doc: { id: '1' }, id: '1' }
    return { create: access.create(args), update: access.update(args) }
  }

  it('should let the admin users collection write the tenant field', () => {
    // A document stays with its tenant; see `assignTenant`.
    expect(may({ id: 'u', collection: 'users' }).create).toBe(true)
  })

  it('should block other auth collections from writing the tenant field', () => {
    expect(may({ id: 'u', collection: 'customers' })).toEqual({ create: false, update: false })
  })

  it('should block an unauthenticated request from writing the tenant field', () => {
    expect(may(null)).toEqual({ create: false, update: false })
  })
})

const MEMBER = {
  id: 'user-1',
  collection: 'users',
  tenants: [{ tenant: 'tenant-a', role: 'editor' }],
}

/** The tenant that a document would get; `refused` when it gets none. */
const assign = async ({
  payloadAPI = 'REST',
  previousValue,
  user = MEMBER,
  value,
}: {
  payloadAPI?: string
  previousValue?: string
  user?: unknown
  value: unknown
}): Promise<unknown> => {
  const args = {
    collection: { slug: 'services' },
    data: { tenant: value },
    operation: previousValue === undefined ? 'create' : 'update',
    originalDoc: previousValue === undefined ? undefined : { tenant: previousValue },
    req: { payloadAPI, user, t: (key: string) => key },
  } as unknown as Parameters<CollectionBeforeValidateHook>[0]
  try {
    return ((await assignTenant(args)) as { tenant: unknown }).tenant
  } catch (err) {
    // A refusal is a sentence for somebody; anything else is a failure of ours.
    if (err instanceof APIError) {
      return 'refused'
    }
    throw err
  }
}

describe('plugin-multi-tenant isValidTenantAssignment.spec.ts', () => {
  it('should allow a tenant the user is assigned to', async () => {
    expect(await assign({ value: 'tenant-a' })).toBe('tenant-a')
  })

  it('should reject a tenant the user is not assigned to', async () => {
    expect(await assign({ value: 'tenant-b' })).toBe('refused')
  })

  it('should allow an unchanged tenant even when it sits outside the user list', async () => {
    expect(await assign({ previousValue: 'tenant-b', value: 'tenant-b' })).toBe('tenant-b')
    expect(await assign({ previousValue: 'tenant-b', value: 'tenant-a' })).toBe('refused')
  })

  it('should reject clearing an existing tenant', async () => {
    // Vitrine keeps it, instead of refusing whoever sends an empty form field.
    expect(await assign({ previousValue: 'tenant-a', value: null })).toBe('tenant-a')
  })

  it('should allow a userless Local API write', async () => {
    expect(await assign({ payloadAPI: 'local', user: null, value: 'tenant-b' })).toBe('tenant-b')
  })

  it('should reject a userless request that names a tenant', async () => {
    for (const payloadAPI of ['REST', 'GraphQL']) {
      expect(await assign({ payloadAPI, user: null, value: 'tenant-b' })).toBe('refused')
    }
  })

  it('should allow any tenant for a user with access to all tenants', async () => {
    const operator = { id: 'user-0', collection: 'users', operator: true, tenants: [] }
    expect(await assign({ user: operator, value: 'tenant-b' })).toBe('tenant-b')
    expect(await assign({ user: { ...operator, operator: 'yes' }, value: 'tenant-b' })).toBe(
      'refused',
    )
  })

  it('should never call userHasAccessToAllTenants with a null user', async () => {
    expect(principalOf(null).isOperator).toBe(false)
    expect(principalOf(undefined).isOperator).toBe(false)
    // Nobody, and no tenant: refused with a sentence, not with a TypeError.
    expect(await assign({ payloadAPI: 'local', user: null, value: null })).toBe('refused')
  })

  it('should reject a hasMany value that mixes assigned and unassigned tenants', async () => {
    // A document has one tenant: a list names none, so the only one possible is taken.
    expect(await assign({ value: ['tenant-a', 'tenant-b'] })).toBe('tenant-a')
    const both = { ...MEMBER, tenants: [...MEMBER.tenants, { tenant: 'tenant-c', role: 'editor' }] }
    expect(await assign({ user: both, value: ['tenant-a', 'tenant-b'] })).toBe('refused')
  })

  it('should treat a numeric ID and its string form as the same tenant', async () => {
    // Ids are uuids here, so a number is nobody’s tenant, in a membership or in a document.
    const user = { ...MEMBER, tenants: [{ tenant: 1, role: 'owner' }] }
    expect(principalOf(user).reach.size).toBe(0)
    for (const value of ['1', 1, '2']) {
      expect(await assign({ user, value })).toBe('refused')
    }
  })

  it('should reject a tenant value it cannot read rather than throwing', async () => {
    const homeless = { ...MEMBER, tenants: [] }
    for (const value of [[null], {}, { id: null }, { id: {} }, true, [], '']) {
      expect(await assign({ user: homeless, value })).toBe('refused')
    }
  })
})
