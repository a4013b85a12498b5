// Where a user belongs, and as what. The one source of everybody's rights.
import type { CollectionConfig } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { assignTenant } from '../shared/hooks/assignTenant.ts'
import { guardRole } from './hooks/guardRole.ts'
import { keepLastOwner } from './hooks/keepLastOwner.ts'
import { uniqueMembership } from './hooks/uniqueMembership.ts'

export const Memberships: CollectionConfig = {
  slug: 'memberships',
  access: accessFor('memberships'),
  disableDuplicate: true,
  indexes: [{ fields: ['tenant', 'user'], unique: true }],
  admin: {
    group: 'Agency',
    components: { beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'] },
    useAsTitle: 'user',
    defaultColumns: ['user', 'role', 'tenant', 'status', 'updatedAt'],
    description: 'Who belongs to this tenant, and as what.',
  },
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      access: { update: () => false },
    },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      options: [
        { label: 'Viewer: reads everything, changes nothing', value: 'viewer' },
        { label: 'Contributor: writes own drafts', value: 'contributor' },
        { label: 'Reviewer: reads, comments and approves', value: 'reviewer' },
        { label: 'Editor: writes and publishes', value: 'editor' },
        { label: 'Admin: people and settings as well', value: 'admin' },
        { label: 'Owner: everything, domains and deletion included', value: 'owner' },
      ],
      admin: { components: { Cell: '/src/admin/lists/OptionCell.tsx#OptionCell' } },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'active',
      index: true,
      options: [
        { label: 'Invited', value: 'invited' },
        { label: 'Active', value: 'active' },
      ],
      admin: {
        components: {
          Cell: {
            path: '/src/admin/lists/OptionCell.tsx#OptionCell',
            clientProps: { tones: { invited: 'warning' } },
          },
        },
      },
    },
  ],
  hooks: {
    beforeValidate: [assignTenant, uniqueMembership],
    beforeChange: [guardRole],
    beforeDelete: [keepLastOwner],
  },
}
