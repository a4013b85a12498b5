// Clients and partners: whom the work was done for and with.
import { REVIEWED_VERSIONS } from '../shared/drafts.ts'
import { exposureOfOrganisation } from '../shared/exposure.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { slugField } from '../shared/fields/slug.ts'
import { fillSlug } from '../shared/hooks/fillSlug.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { urlField } from '../shared/fields/url.ts'

export const Organisations = tenantCollection({
  slug: 'organisations',
  exposureOf: exposureOfOrganisation,
  trash: true,
  versions: REVIEWED_VERSIONS,
  defaultSort: 'name',
  defaultPopulate: {
    name: true,
    slug: true,
    acronym: true,
    logo: true,
    url: true,
    confidential: true,
    tenant: true,
    _status: true,
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  admin: {
    group: 'Work',
    useAsTitle: 'name',
    defaultColumns: ['name', '_status', 'confidential', 'url', 'updatedAt'],
    description: 'Whom the work was done for.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          maxLength: 140,
          admin: {
            width: '70%',
            components: {
              Cell: {
                path: '/src/admin/lists/NameCell.tsx#NameCell',
                clientProps: { detail: 'acronym', picture: 'logo' },
              },
            },
          },
        },
        { name: 'acronym', type: 'text', maxLength: 20, admin: { width: '30%' } },
      ],
    },
    { name: 'logo', type: 'upload', relationTo: 'media' },
    urlField({ takes: 'web', label: 'Website' }),
    { name: 'description', type: 'textarea', localized: true, maxLength: 600 },
    slugField(),
    {
      name: 'confidential',
      type: 'checkbox',
      label: 'Under NDA',
      index: true,
      admin: {
        position: 'sidebar',
        description:
          'The name and logo never leave this admin: not on a page, not in an API, not in a preview image.',
      },
    },
    originGroup(),
  ],
  hooks: { beforeValidate: [fillSlug({ from: 'name' })] },
})
