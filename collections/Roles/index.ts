// Custom roles: a viewer with some more permissions out of the rule table, named by the owner.
import { tenantCollection } from '../shared/tenantCollection.ts'
import { guardPermissions } from './hooks/guardPermissions.ts'
import { keepUsedRole } from './hooks/keepUsedRole.ts'

export const Roles = tenantCollection({
  slug: 'roles',
  labels: { singular: 'Role', plural: 'Roles' },
  indexes: [{ fields: ['tenant', 'name'], unique: true }],
  disableDuplicate: true,
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'description', 'updatedAt'],
    description:
      'Roles of your own, beside viewer, contributor, reviewer, editor, admin and owner. Each may read like a viewer, and do what you tick.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 60 },
    { name: 'description', type: 'text', maxLength: 200 },
    {
      name: 'permissions',
      type: 'json',
      required: true,
      defaultValue: [],
      typescriptSchema: [() => ({ type: 'array', items: { type: 'string' } })],
      admin: {
        description: 'What this role may do besides reading.',
        components: { Field: '/src/admin/roles/PermissionsField.tsx#PermissionsField' },
      },
    },
  ],
  hooks: { beforeValidate: [guardPermissions], beforeDelete: [keepUsedRole] },
})
