// A Cloudinary account of a tenant's own: its new files go there, and their cost is its own.
import { dateField } from '../shared/fields/date.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { isApiBaseUrl } from './accountKey.ts'
import { checkAccount } from './hooks/checkAccount.ts'
import { keepUsedAccount } from './hooks/keepUsedAccount.ts'
import { refreshAccounts, refreshDeletedAccounts } from './hooks/refreshAccounts.ts'

export const StorageAccounts = tenantCollection({
  slug: 'storage-accounts',
  labels: { singular: 'Storage account', plural: 'Storage accounts' },
  disableDuplicate: true,
  // One for each tenant.
  indexes: [{ fields: ['tenant'], unique: true }],
  admin: {
    group: 'Agency',
    useAsTitle: 'cloudName',
    defaultColumns: ['cloudName', 'apiKey', 'checkedAt'],
    description:
      'A Cloudinary account of your own. New files go there; those that are here already stay until they are moved.',
  },
  fields: [
    {
      name: 'cloudName',
      type: 'text',
      required: true,
      maxLength: 100,
      admin: { description: 'As Cloudinary shows it under “API Keys”.' },
    },
    { name: 'apiKey', type: 'text', required: true, maxLength: 100 },
    {
      name: 'apiSecret',
      type: 'text',
      virtual: true,
      admin: {
        description:
          'Kept sealed and never shown again. Leave it empty to keep the one that is there.',
      },
    },
    {
      name: 'apiBaseUrl',
      type: 'text',
      maxLength: 200,
      label: 'API address',
      admin: {
        description:
          'Only for data centres other than the usual, e.g. https://api-eu.cloudinary.com.',
      },
      validate: (value: string | null | undefined) =>
        !value ||
        isApiBaseUrl(value) ||
        'Give an address of Cloudinary’s, for example https://api-eu.cloudinary.com.',
    },
    { name: 'sealedSecret', type: 'text', admin: { hidden: true, disableBulkEdit: true } },
    dateField({ name: 'checkedAt', label: 'Worked last', admin: { readOnly: true } }),
  ],
  hooks: {
    beforeChange: [checkAccount],
    afterChange: [refreshAccounts],
    beforeDelete: [keepUsedAccount],
    afterDelete: [refreshDeletedAccounts],
  },
})
