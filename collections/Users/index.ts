// Identities. Where a user belongs and what he may do there is the memberships' to say.
import type { CollectionConfig } from 'payload'
import { apiKeyStrategy } from '../ApiKeys/strategy.ts'
import { emailField } from '../shared/fields/email.ts'
import { operatorField, operators, selfOrColleague, selfOrOperator } from './access.ts'
import { changeEmailEndpoints } from './endpoints/changeEmail.ts'
import { changePasswordEndpoint } from './endpoints/changePassword.ts'
import { confirmEmailEndpoint } from './endpoints/confirmEmail.ts'
import { createApiKeyEndpoint } from './endpoints/createApiKey.ts'
import { signOutEverywhereEndpoint } from './endpoints/signOutEverywhere.ts'
import { identityFields } from './fields.ts'
import { whileRefreshing, whileSignedIn } from './credentials/holdSession.ts'
import { checkGivenPassword } from './hooks/checkGivenPassword.ts'
import { firstUserIsOperator } from './hooks/firstUserIsOperator.ts'
import { guardIdentity } from './hooks/guardIdentity.ts'
import { hashGivenToken, hashStoredToken } from './hooks/hashResetToken.ts'
import { leaveTenants } from './hooks/leaveTenants.ts'
import { applyChange, endAtLogout, endAtReset, tellAfterReset } from './hooks/recover.ts'
import { resolveTenants } from './hooks/resolveTenants.ts'
import { resetMail } from './mails/index.ts'

export const Users: CollectionConfig = {
  slug: 'users',
  auth: {
    forgotPassword: {
      generateEmailHTML: (args) => resetMail({ token: args?.token ?? '' }).html,
      generateEmailSubject: () => resetMail({ token: '' }).subject,
    },
    strategies: [apiKeyStrategy],
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
  // A copy would be somebody whose email nobody confirmed.
  disableDuplicate: true,
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
    // Payload's own, with our validator.
    emailField({ name: 'email', required: true, unique: true }),
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
    ...identityFields,
    {
      name: 'signIn',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/account/SignIn.tsx#SignIn' },
      },
    },
  ],
  endpoints: [
    changePasswordEndpoint,
    ...changeEmailEndpoints,
    confirmEmailEndpoint,
    signOutEverywhereEndpoint,
    createApiKeyEndpoint,
  ],
  hooks: {
    beforeOperation: [whileRefreshing, hashGivenToken, checkGivenPassword],
    beforeValidate: [guardIdentity, hashStoredToken],
    beforeChange: [whileSignedIn, firstUserIsOperator],
    beforeLogin: [endAtReset],
    afterChange: [applyChange],
    afterLogout: [endAtLogout],
    afterOperation: [tellAfterReset],
    beforeDelete: [leaveTenants],
  },
}
