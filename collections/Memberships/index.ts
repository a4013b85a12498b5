// Where a user belongs, and as what. The one source of everybody's rights.
import type { CollectionConfig } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { assignTenant } from '../shared/hooks/assignTenant.ts'
import { guardQuery } from '../shared/hooks/guardQuery.ts'
import { makeOwnerEndpoint } from './endpoints/makeOwner.ts'
import { whileSignedIn } from '../Users/credentials/holdSession.ts'
import { guardRole } from './hooks/guardRole.ts'
import { inviteInstead } from './hooks/inviteInstead.ts'
import { keepLastOwner } from './hooks/keepLastOwner.ts'
import { offeredRoles } from './offeredRoles.ts'
import { roleOptions } from './roleOptions.ts'
import { uniqueMembership } from './hooks/uniqueMembership.ts'

export const Memberships: CollectionConfig = {
  slug: 'memberships',
  access: accessFor('memberships'),
  disableDuplicate: true,
  indexes: [{ fields: ['tenant', 'user'], unique: true }],
  admin: {
    group: 'Agency',
    components: {
      beforeListTable: [
        '/src/admin/people/InviteBar.tsx#InviteBar',
        '/src/admin/lists/ListEmpty.tsx#ListEmpty',
      ],
    },
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
      options: roleOptions,
      filterOptions: offeredRoles,
      admin: { components: { Cell: '/src/admin/lists/OptionCell.tsx#OptionCell' } },
    },
    {
      name: 'customRole',
      type: 'relationship',
      relationTo: 'roles',
      index: true,
      admin: {
        condition: (data) => data.role === 'custom',
        description: 'One of the roles that this tenant made for itself.',
      },
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
        { label: 'Suspended: may do nothing until it is lifted', value: 'suspended' },
      ],
      admin: {
        components: {
          Cell: {
            path: '/src/admin/lists/OptionCell.tsx#OptionCell',
            clientProps: { tones: { invited: 'warning', suspended: 'warning' } },
          },
        },
      },
    },
    {
      name: 'title',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/people/MembershipTitle.tsx#MembershipTitle' },
      },
    },
    {
      name: 'actions',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/people/MembershipActions.tsx#MembershipActions' },
      },
    },
  ],
  endpoints: [makeOwnerEndpoint],
  hooks: {
    beforeOperation: [inviteInstead, guardQuery],
    beforeValidate: [assignTenant, uniqueMembership],
    beforeChange: [whileSignedIn, guardRole],
    beforeDelete: [keepLastOwner],
  },
}
