// Invitations: somebody without a membership is asked, by mail, to take one.
import type { CollectionConfig } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { assignTenant } from '../shared/hooks/assignTenant.ts'
import { roleOptions } from '../Memberships/roleOptions.ts'

const never = () => false

export const Invitations: CollectionConfig = {
  slug: 'invitations',
  labels: { singular: 'Invitation', plural: 'Invitations' },
  access: accessFor('invitations'),
  disableDuplicate: true,
  indexes: [{ fields: ['tenant', 'email'] }],
  admin: {
    group: 'Agency',
    useAsTitle: 'email',
    defaultColumns: ['email', 'role', 'status', 'expiresAt'],
    description: 'People who were asked to join and have not answered yet.',
    components: { beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'] },
  },
  fields: [
    { name: 'email', type: 'email', required: true, index: true, access: { update: never } },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      options: roleOptions,
      access: { update: never },
    },
    {
      name: 'customRole',
      type: 'relationship',
      relationTo: 'roles',
      access: { update: never },
      admin: { condition: (data) => data.role === 'custom', allowCreate: false },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'pending',
      index: true,
      options: [
        { label: 'Waiting for an answer', value: 'pending' },
        { label: 'Accepted', value: 'accepted' },
        { label: 'Revoked', value: 'revoked' },
      ],
      access: { create: never },
      admin: { position: 'sidebar' },
    },
    {
      name: 'expiresAt',
      type: 'date',
      required: true,
      access: { create: never, update: never },
      admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'invitedBy',
      type: 'relationship',
      relationTo: 'users',
      access: { create: never, update: never },
      admin: { position: 'sidebar', readOnly: true },
    },
    // SHA-256 of what the link in the mail carries.
    { name: 'tokenHash', type: 'text', hidden: true, index: true },
  ],
  hooks: { beforeValidate: [assignTenant] },
}
