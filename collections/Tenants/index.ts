// Tenants: agencies, and the clients that they run.
import type { CollectionConfig } from 'payload'
import { allow } from '../../access/compile.ts'
import { withFieldRules } from '../../access/fields.ts'
import { principalOf } from '../../access/principal.ts'
import { guardQuery } from '../shared/hooks/guardQuery.ts'
import { canCreateTenant } from './access/canCreateTenant.ts'
import { tenantFields } from './fields.ts'
import { brokenLinks } from './endpoints/brokenLinks.ts'
import { failedSchedules } from './endpoints/failedSchedules.ts'
import { checkAgency } from './hooks/checkAgency.ts'
import { createSiteSettings } from './hooks/createSiteSettings.ts'
import { deleteContents } from './hooks/deleteContents.ts'
import { joinAsOwner } from './hooks/joinAsOwner.ts'
import { keepFormerSlug } from './hooks/keepFormerSlug.ts'

export const Tenants: CollectionConfig = {
  slug: 'tenants',
  access: {
    create: canCreateTenant,
    read: allow('tenants', 'read', 'readInternal', 'manageClient'),
    update: allow('tenants', 'manageSettings', 'manageDomains', 'manageClient'),
    delete: allow('tenants', 'purge'),
  },
  defaultSort: 'name',
  // Its name and address are its own; its people and work would not come along.
  disableDuplicate: true,
  defaultPopulate: { name: true, slug: true, kind: true },
  admin: {
    group: 'Agency',
    // Anybody may read listed tenants; the admin lists one's own.
    baseFilter: ({ req }) => {
      const { isOperator, reach } = principalOf(req.user)
      return isOperator ? null : { id: { in: [...reach.keys()] } }
    },
    components: { beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'] },
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'status', 'agency', 'slug'],
    listSearchableFields: ['name', 'slug'],
    description: 'Agencies and their clients. Each has its own people, work and site.',
  },
  endpoints: [brokenLinks, failedSchedules],
  fields: withFieldRules('tenants', tenantFields),
  hooks: {
    beforeOperation: [guardQuery],
    beforeValidate: [checkAgency],
    beforeChange: [keepFormerSlug],
    afterChange: [joinAsOwner, createSiteSettings],
    beforeDelete: [deleteContents],
  },
}
