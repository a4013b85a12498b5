// Invitations: somebody without a membership is asked, by mail, to take one.
import type { CollectionConfig } from 'payload'
import { accessFor } from '../../access/compile.ts'
import { dateField } from '../shared/fields/date.ts'
import { emailField } from '../shared/fields/email.ts'
import { assignTenant } from '../shared/hooks/assignTenant.ts'
import { whileSignedIn } from '../Users/credentials/holdSession.ts'
import { guardQuery } from '../shared/hooks/guardQuery.ts'
import { offeredRoles } from '../Memberships/offeredRoles.ts'
import { roleOptions } from '../Memberships/roleOptions.ts'
import { acceptEndpoint } from './endpoints/accept.ts'
import { offerEndpoint } from './endpoints/offer.ts'
import { resendEndpoint } from './endpoints/resend.ts'
import { guardStatus } from './hooks/guardStatus.ts'
import { mailInvitation } from './hooks/mailInvitation.ts'
import { prepareInvitation } from './hooks/prepareInvitation.ts'

const never = () => false

/** Nothing to show before it is sent. */
const isSent = (data: Record<string, unknown>) => Boolean(data.createdAt)

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
    description: 'People who were asked to join this tenant, by mail.',
    components: {
      beforeListTable: ['/src/admin/lists/ListEmpty.tsx#ListEmpty'],
      edit: { SaveButton: '/src/admin/people/SendButton.tsx#SendButton' },
    },
  },
  fields: [
    {
      name: 'actions',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/src/admin/people/InvitationActions.tsx#InvitationActions' },
      },
    },
    emailField({ name: 'email', required: true, index: true, access: { update: never } }),
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      options: roleOptions,
      filterOptions: offeredRoles,
      access: { update: never },
      admin: { components: { Cell: '/src/admin/lists/OptionCell.tsx#OptionCell' } },
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
      admin: {
        // A column; the form says it in a sentence, beside what can be done about it.
        condition: never,
        readOnly: true,
        components: {
          Cell: {
            path: '/src/admin/lists/OptionCell.tsx#OptionCell',
            clientProps: { tones: { pending: 'accent' } },
          },
        },
      },
    },
    dateField({
      name: 'expiresAt',
      required: true,
      label: 'Good until',
      access: { create: never, update: never },
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: isSent,
        date: { pickerAppearance: 'dayAndTime' },
      },
    }),
    {
      name: 'invitedBy',
      type: 'relationship',
      relationTo: 'users',
      access: { create: never, update: never },
      admin: { position: 'sidebar', readOnly: true, condition: isSent },
    },
    // Why one that nobody withdrew is revoked: the credentials of its recipient or its sender ended.
    {
      name: 'endedBecause',
      type: 'select',
      options: ['recipient', 'sender'],
      hidden: true,
      access: { create: never, read: never, update: never },
    },
    // SHA-256 of what the link in the mail carries.
    {
      name: 'tokenHash',
      type: 'text',
      hidden: true,
      index: true,
      access: { create: never, read: never, update: never },
    },
  ],
  endpoints: [offerEndpoint, acceptEndpoint, resendEndpoint],
  hooks: {
    beforeOperation: [guardQuery],
    beforeValidate: [assignTenant, prepareInvitation],
    beforeChange: [whileSignedIn, guardStatus],
    afterChange: [mailInvitation],
  },
}
