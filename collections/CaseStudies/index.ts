// Case studies: the work itself, told from problem to outcome.
import { DRAFT_VERSIONS } from '../shared/drafts.ts'
import { exposureOfStudy } from '../shared/exposure.ts'
import { publicPageEndpoint } from '../shared/endpoints/publicPage.ts'
import { unpublishedReferencesEndpoint } from '../shared/endpoints/unpublishedReferences.ts'
import { originGroup, originIndex } from '../shared/fields/origin.ts'
import { unpublishedReferencesField } from '../shared/fields/unpublishedReferences.ts'
import { fillSlug } from '../shared/hooks/fillSlug.ts'
import { redirectOldAddress } from '../shared/hooks/redirectOldAddress.ts'
import { livePreview } from '../shared/livePreview.ts'
import { tenantCollection } from '../shared/tenantCollection.ts'
import { search } from './endpoints/search.ts'
import { sidebarFields } from './fields/sidebar.ts'
import { studyTabs } from './fields/tabs.ts'
import { guardClientQuery } from './hooks/guardClientQuery.ts'
import { hashPassword } from './hooks/hashPassword.ts'
import { hideEmptyChapters } from './hooks/hideEmptyChapters.ts'
import { scheduleEmbargo } from './hooks/scheduleEmbargo.ts'
import { forgetPublication, setPublishedAt } from './hooks/setPublishedAt.ts'
import { requirePassword } from './hooks/requirePassword.ts'
import { withholdClient } from './hooks/withholdClient.ts'

export const CaseStudies = tenantCollection({
  slug: 'case-studies',
  labels: { singular: 'Case study', plural: 'Case studies' },
  exposureOf: exposureOfStudy,
  trash: true,
  versions: DRAFT_VERSIONS,
  defaultSort: '-updatedAt',
  defaultPopulate: { title: true, slug: true, tenant: true, visibility: true },
  indexes: [
    { fields: ['tenant', 'slug'], unique: true },
    originIndex,
    { fields: ['tenant', 'updatedAt'] },
    { fields: ['tenant', 'publishedAt'] },
  ],
  admin: {
    group: 'Work',
    useAsTitle: 'title',
    defaultColumns: ['title', 'visibility', 'client', 'services', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'headline'],
    description: 'Tell what was wrong, what you did about it and what came of it.',
    ...livePreview('case-studies'),
  },
  endpoints: [
    search,
    publicPageEndpoint('case-studies', { before: '/work' }),
    unpublishedReferencesEndpoint('case-studies'),
  ],
  fields: [studyTabs, unpublishedReferencesField, ...sidebarFields, originGroup()],
  hooks: {
    beforeOperation: [guardClientQuery],
    beforeValidate: [forgetPublication, fillSlug({ from: 'title' })],
    beforeChange: [hashPassword, requirePassword, setPublishedAt],
    afterChange: [redirectOldAddress({ pathOf: (slug) => `/work/${slug}` }), scheduleEmbargo],
    afterRead: [withholdClient],
    afterOperation: [hideEmptyChapters],
  },
})
