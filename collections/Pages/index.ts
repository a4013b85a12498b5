// Pages of a tenant's site that are not case studies: about, approach, imprint.
import { DRAFT_VERSIONS } from '../shared/drafts.ts'
import { exposureOfPublished } from '../shared/exposure.ts'
import { publicPageEndpoint } from '../shared/endpoints/publicPage.ts'
import { unpublishedReferencesEndpoint } from '../shared/endpoints/unpublishedReferences.ts'
import { bodyField } from '../shared/fields/body.ts'
import { originGroup, originIndex } from '../shared/fields/origin.ts'
import { seoGroup } from '../shared/fields/seo.ts'
import { slugField } from '../shared/fields/slug.ts'
import { unpublishedReferencesField } from '../shared/fields/unpublishedReferences.ts'
import { fillSlug } from '../shared/hooks/fillSlug.ts'
import { redirectOldAddress } from '../shared/hooks/redirectOldAddress.ts'
import { livePreview } from '../shared/livePreview.ts'
import { RESERVED_PAGE_SLUGS } from '../shared/reserved.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'

export const Pages = tenantCollection({
  slug: 'pages',
  exposureOf: exposureOfPublished,
  trash: true,
  versions: DRAFT_VERSIONS,
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true, tenant: true },
  indexes: [{ fields: ['tenant', 'slug'], unique: true }, originIndex],
  admin: {
    group: 'Site',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'slug', 'updatedAt'],
    description:
      'Everything on the site that is not a case study. Put a page into the menu in the site settings.',
    ...livePreview('pages'),
  },
  endpoints: [publicPageEndpoint('pages', { before: '' }), unpublishedReferencesEndpoint('pages')],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Page',
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              localized: true,
              maxLength: 140,
              admin: { components: { Cell: '/src/admin/lists/LockedNameCell.tsx#LockedNameCell' } },
            },
            bodyField(),
          ],
        },
        { label: 'Search and sharing', fields: [seoGroup()] },
      ],
    },
    unpublishedReferencesField,
    slugField(),
    originGroup(),
  ],
  hooks: {
    beforeValidate: [fillSlug({ from: 'title', reserved: RESERVED_PAGE_SLUGS })],
    afterChange: [redirectOldAddress({ pathOf: (slug) => `/${slug}` })],
  },
})
