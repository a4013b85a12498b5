// The importer, asking the rule table's principal who may import.
import { hasRoleIn, principalOf } from '../../access/principal.ts'
import { importerPlugin } from '../../plugins/importer/index.ts'

export const importer = importerPlugin({
  canImport: ({ tenantId, user }) =>
    Promise.resolve(hasRoleIn(principalOf(user), tenantId, 'admin')),
})
