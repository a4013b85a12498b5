// One user for each role at each tenant, and the operator.
import type { Payload, TypedUser } from 'payload'
import { quietly, ROLES, type Role } from './context.ts'

export const DEMO_PASSWORD = 'vitrine-demo'

/** `<role>@<tenant>.test`, in the order of ROLES. */
const names: Record<string, readonly string[]> = {
  northlight: [
    'Vera Nymand',
    'Caspar Otten',
    'Rikke Dalsgaard',
    'Edvin Maar',
    'Agnes Thiel',
    'Olav Brink',
  ],
  harbor: [
    'Vito Hansen',
    'Carla Meinert',
    'Ramin Farsi',
    'Elin Boysen',
    'Arne Lüders',
    'Ottilie Kranz',
  ],
  kiln: [
    'Viola Preuss',
    'Cem Aydın',
    'Rosa Lindner',
    'Emil Sander',
    'Ada Kessler',
    'Oskar Weidner',
  ],
  meridian: [
    'Val Thornton',
    'Cora Blythe',
    'Reza Karimi',
    'Esme Whitlock',
    'Abel Nkosi',
    'Orla Keane',
  ],
  atlas: [
    'Vincent Roth',
    'Chiara Bonn',
    'Rune Eskildsen',
    'Enno Harms',
    'Alma Reuter',
    'Otto Fink',
  ],
}

export const createOperator = ({ payload }: { payload: Payload }) =>
  payload.create({
    collection: 'users',
    data: {
      email: 'operator@vitrine.test',
      name: 'Opal Sorensen',
      emailVerifiedAt: new Date().toISOString(),
      operator: true,
      password: DEMO_PASSWORD,
    },
    ...quietly,
  })

export const createAccounts = async ({
  payload,
  tenant,
  slug,
}: {
  payload: Payload
  tenant: string
  slug: string
}): Promise<Record<Role, TypedUser>> => {
  // At once: most of it is hashing passwords, which Node does beside our thread.
  const created = ROLES.map(async (role, index): Promise<[Role, TypedUser]> => {
    const user = await payload.create({
      collection: 'users',
      data: {
        email: `${role}@${slug}.test`,
        name: names[slug]?.[index] ?? `${role} of ${slug}`,
        emailVerifiedAt: new Date().toISOString(),
        password: DEMO_PASSWORD,
      },
      ...quietly,
    })
    await payload.create({
      collection: 'memberships',
      data: { tenant, user: user.id, role, status: 'active' },
      ...quietly,
    })
    return [role, { ...user, collection: 'users', tenants: [{ tenant, role }] }]
  })
  return Object.fromEntries(await Promise.all(created)) as Record<Role, TypedUser>
}
