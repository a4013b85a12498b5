// Old addresses that lead to new ones. A changed slug adds its own.
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { isOwnPath, isWebUrl } from '../shared/urls.ts'
import { lookup } from './endpoints/lookup.ts'
import { normalisePath } from './normalisePath.ts'

export const Redirects = tenantCollection({
  slug: 'redirects',
  defaultSort: 'from',
  indexes: [{ fields: ['tenant', 'from'], unique: true }],
  admin: {
    group: 'Site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'permanent', 'updatedAt'],
    description: 'Addresses that moved. Changing a slug adds one by itself.',
  },
  endpoints: [lookup],
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'from',
          type: 'text',
          required: true,
          index: true,
          maxLength: 500,
          admin: {
            width: '50%',
            description: 'Below your site’s root, for example /projects/old-name.',
          },
          hooks: { beforeValidate: [({ value }) => normalisePath(value)] },
          validate: (value: string | null | undefined) =>
            isOwnPath(value ?? '') || 'Begin with a single / and leave no spaces.',
        },
        {
          name: 'to',
          type: 'text',
          required: true,
          maxLength: 1000,
          admin: {
            width: '50%',
            description: 'A path on this site, or an address that begins with https://.',
          },
          validate: (
            value: string | null | undefined,
            { siblingData }: { siblingData: unknown },
          ) => {
            if (!isOwnPath(value ?? '') && !isWebUrl(value ?? '')) {
              return 'Begin with / for this site, or with https://.'
            }
            return (
              value !== (siblingData as { from?: string }).from ||
              'This leads back to itself. Choose another target.'
            )
          },
        },
      ],
    },
    {
      name: 'permanent',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Browsers and search engines remember a permanent redirect.' },
    },
    originGroup(),
  ],
})
