// Changes of email that wait for the new mailbox to confirm them. Nothing reaches them from outside;
// see collections/Users/emailChange.
import type { Access, CollectionConfig } from 'payload'
import { emailField } from '../shared/fields/email.ts'

const nobody: Access = () => false

export const EmailChanges: CollectionConfig = {
  slug: 'email-changes',
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, unlock: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
  fields: [
    // One at a time: a newer one takes the place of an older one.
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      unique: true,
      hidden: true,
    },
    emailField({ name: 'email', required: true, hidden: true }),
    // SHA-256 of what the link in the mail carries.
    { name: 'tokenHash', type: 'text', required: true, unique: true, hidden: true },
    { name: 'expiresAt', type: 'date', required: true, hidden: true },
  ],
}
