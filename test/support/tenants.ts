// Two tenants that have nothing to do with each other, an agency above one of them, and a user for
// every role: the people that the isolation tests are about.
import type { Payload } from 'payload'
import { ROLES, type Role } from '../../access/roles.ts'
import type { Tenant, User } from '../../payload-types.ts'
import { remembered } from './remembered.ts'

export const PASSWORD = 'test-password'

export type World = {
  agency: Tenant
  client: Tenant
  stranger: Tenant
  /** `user('editor', 'client')`: that user as the next request would load him. */
  user: (
    role: Role,
    tenant: 'agency' | 'client' | 'stranger',
  ) => Promise<User & { collection: 'users' }>
  operator: () => Promise<User & { collection: 'users' }>
}

type People = Pick<World, 'agency' | 'client' | 'stranger'> & { ids: Record<string, string> }

export const createWorld = async ({ payload }: { payload: Payload }): Promise<World> =>
  worldOf({
    payload,
    people: await remembered({ name: 'world', payload, make: () => createPeople({ payload }) }),
  })

export const worldOf = ({
  payload,
  people: { ids, ...tenants },
}: {
  payload: Payload
  people: People
}): World => {
  const load = async (key: string) => {
    const user = await payload.findByID({
      collection: 'users',
      id: ids[key]!,
      depth: 0,
      overrideAccess: true,
    })
    return { ...user, collection: 'users' as const }
  }
  return {
    ...tenants,
    user: (role, slug) => load(`${role}@${slug}`),
    operator: () => load('operator'),
  }
}

export const createPeople = async ({ payload }: { payload: Payload }): Promise<People> => {
  const tenant = (data: {
    name: string
    slug: string
    kind: 'agency' | 'client'
    agency?: string
  }) =>
    payload.create({
      collection: 'tenants',
      data: {
        ...data,
        status: 'active',
        locales: ['en', 'de'],
        defaultLocale: 'en',
        visibility: 'public',
      },
      overrideAccess: true,
    })
  const agency = await tenant({ name: 'Agency', slug: 'agency', kind: 'agency' })
  const client = await tenant({ name: 'Client', slug: 'client', kind: 'client', agency: agency.id })
  const stranger = await tenant({ name: 'Stranger', slug: 'stranger', kind: 'client' })
  const ids: Record<string, string> = {}
  const operator = await createUser({ payload, email: 'operator@test.test', operator: true })
  ids.operator = operator.id
  for (const [slug, { id }] of Object.entries({ agency, client, stranger })) {
    for (const role of ROLES) {
      const user = await createUser({ payload, email: `${role}@${slug}.test` })
      ids[`${role}@${slug}`] = user.id
      await payload.create({
        collection: 'memberships',
        data: { user: user.id, tenant: id, role, status: 'active' },
        overrideAccess: true,
      })
    }
  }
  return { agency, client, ids, stranger }
}

export const createUser = ({
  payload,
  email,
  operator = false,
}: {
  payload: Payload
  email: string
  operator?: boolean
}) =>
  payload.create({
    collection: 'users',
    // Verified, as if each had accepted an invitation; the email as the name is for the tests alone.
    data: {
      email,
      emailVerifiedAt: new Date().toISOString(),
      name: email,
      operator,
      password: PASSWORD,
    },
    overrideAccess: true,
  })
