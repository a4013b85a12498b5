// Identities. Where a user belongs and what he may do there is the memberships' to say.
import type { CollectionConfig } from 'payload'
import { operatorField, operators, selfOrColleague, selfOrOperator } from './access.ts'
import { resolveTenants } from './hooks/resolveTenants.ts'
import { firstUserIsOperator } from './hooks/firstUserIsOperator.ts'
import { leaveTenants } from './hooks/leaveTenants.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  auth: {
    useAPIKey: true,
    useSessions: true,
    tokenExpiration: 60 * 60 * 8,
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    depth: 0,
    cookies: { sameSite: 'Lax', secure: (process.env.SERVER_URL ?? '').startsWith('https://') },
  },
  access: {
    create: operators,
    read: selfOrColleague,
    update: selfOrOperator,
    delete: operators,
    unlock: operators,
    admin: ({ req }) => Boolean(req.user),
  },
  defaultPopulate: { name: true, email: true },
  admin: {
    group: 'Agency',
    components: { beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'] },
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    description: 'People who can sign in. What each may do where is in the memberships.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 100 },
    {
      name: 'operator',
      type: 'checkbox',
      defaultValue: false,
      access: { create: operatorField, update: operatorField },
      admin: {
        position: 'sidebar',
        description: 'Runs this installation and reaches every tenant.',
        condition: (_, __, { user }) => user?.operator === true,
      },
    },
    {
      // Filled on read for the user who asks; the source is memberships, so nothing can be written here.
      name: 'tenants',
      type: 'json',
      virtual: true,
      access: { create: () => false, update: () => false },
      admin: { hidden: true },
      typescriptSchema: [
        () => ({
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            properties: {
              tenant: { type: 'string' },
              role: {
                type: 'string',
                enum: ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner'],
              },
            },
            required: ['tenant', 'role'],
          },
        }),
      ],
      hooks: { afterRead: [resolveTenants] },
    },
  ],
  hooks: {
    beforeChange: [firstUserIsOperator],
    beforeDelete: [leaveTenants],
  },
}
