// Old addresses that lead to new ones. A changed slug adds its own.
import { originGroup } from '../shared/fields/origin.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { lookup } from './endpoints/lookup.ts'
import { normaliseSource } from './normaliseSource.ts'
import { validateSource, validateTarget } from './validate.ts'

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
            description:
              'Below your site’s root, for example /projects/old-name: in every language. /de/projects/old-name counts in that language only.',
          },
          hooks: { beforeValidate: [({ value }) => normaliseSource(value)] },
          validate: validateSource,
        },
        {
          name: 'to',
          type: 'text',
          required: true,
          maxLength: 1000,
          admin: {
            width: '50%',
            description:
              'A path on this site, or an address that begins with https://. The query of a visitor goes along.',
          },
          hooks: {
            beforeValidate: [
              ({ value }: { value?: unknown }) =>
                typeof value === 'string' ? value.trim() : value,
            ],
          },
          validate: validateTarget,
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
