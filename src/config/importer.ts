// The importer, asking the rule table's principal who may import.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { hasRoleIn, principalOf, tenantsWithRole } from '../../access/principal.ts'
import { holdDocument } from '../../collections/shared/hooks/holdDocument.ts'
import { holdSession } from '../../collections/Users/credentials/holdSession.ts'
import { giveBackWith } from '../importing/giveBack.ts'
import { holdTenant } from '../importing/holdTenant.ts'
import { runInChild } from '../importing/runInChild.ts'
import { importerPlugin, type ImporterOptions } from '../../plugins/importer/index.ts'

export const importerOptions: ImporterOptions = {
  holdTenant,
  runElsewhere: ({ payload, ...args }) => runInChild({ ...args, giveBack: giveBackWith(payload) }),
  holdDocument: ({ collection, id, req }) =>
    holdDocument({ id, req, slug: collection as CollectionSlug }),
  canImport: ({ tenantId, user }) =>
    Promise.resolve(hasRoleIn(principalOf(user), tenantId, 'admin')),
  canImportAnywhere: ({ user }) => {
    const principal = principalOf(user)
    return principal.isOperator || tenantsWithRole(principal, 'admin').length > 0
  },
  // A long import outlives its request: who was signed out, suspended or given another role meanwhile stops there.
  mayContinue: async ({ payload, tenantId, user }) => {
    try {
      await holdSession({ payload, user } as PayloadRequest)
    } catch (err) {
      if ((err as { status?: number }).status === 409) {
        return false
      }
      throw err
    }
    const now = await payload.findByID({
      collection: 'users',
      depth: 0,
      disableErrors: true,
      id: user.id,
      overrideAccess: false,
      user,
    })
    return (
      now !== null && hasRoleIn(principalOf({ ...now, collection: 'users' }), tenantId, 'admin')
    )
  },
}

export const importer = importerPlugin(importerOptions)
