// The people of a tenant: those whom credits name and who have a page of their own.
import { REVIEWED_VERSIONS } from '../shared/drafts.ts'
import { exposureOfPublished } from '../shared/exposure.ts'
import { originGroup } from '../shared/fields/origin.ts'
import { slugField } from '../shared/fields/slug.ts'
import { fillSlug } from '../shared/hooks/fillSlug.ts'
import { redirectOldAddress } from '../shared/hooks/redirectOldAddress.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { urlField } from '../shared/fields/url.ts'

export const People = tenantCollection({
  slug: 'people',
  labels: { singular: 'Person', plural: 'People' },
  exposureOf: exposureOfPublished,
  trash: true,
  versions: REVIEWED_VERSIONS,
  orderable: true,
  defaultPopulate: {
    name: true,
    slug: true,
    role: true,
    portrait: true,
    tenant: true,
    _status: true,
  },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }],
  admin: {
    group: 'Work',
    useAsTitle: 'name',
    defaultColumns: ['name', '_status', 'slug', 'updatedAt'],
    description: 'Each person has a page that lists the work they are credited for.',
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      required: true,
      maxLength: 100,
      admin: {
        components: {
          Cell: {
            path: '/src/admin/lists/NameCell.tsx#NameCell',
            clientProps: { detail: 'role', picture: 'portrait' },
          },
        },
      },
    },
    { name: 'role', type: 'text', localized: true, maxLength: 100 },
    { name: 'portrait', type: 'upload', relationTo: 'media' },
    { name: 'bio', type: 'textarea', localized: true, maxLength: 1500 },
    {
      name: 'links',
      type: 'array',
      labels: { singular: 'link', plural: 'links' },
      maxRows: 6,
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true, admin: { width: '40%' } },
            urlField({ takes: 'contact', isRequired: true, admin: { width: '60%' } }),
          ],
        },
      ],
    },
    slugField(),
    originGroup(),
  ],
  hooks: {
    beforeValidate: [fillSlug({ from: 'name' })],
    afterChange: [redirectOldAddress({ pathOf: (slug) => `/people/${slug}` })],
  },
})
