// What services, industries and technologies have in common: a name by which work is filtered.
import type { CollectionConfig, Field } from 'payload'
import { REVIEWED_VERSIONS } from './drafts.ts'
import { slugField } from './fields/slug.ts'
import { fillSlug } from './hooks/fillSlug.ts'
import { tenantCollection } from './tenantCollection.ts'
import { urlField } from './fields/url.ts'

type TermArgs = {
  slug: 'services' | 'industries' | 'technologies'
  description: string
  /** A proper name: not translated, with an address of its own instead of a description. */
  isName?: boolean
}

export const termCollection = ({ slug, description, isName = false }: TermArgs): CollectionConfig =>
  tenantCollection({
    slug,
    trash: true,
    versions: REVIEWED_VERSIONS,
    defaultSort: 'name',
    defaultPopulate: { name: true, slug: true, tenant: true, _status: true },
    indexes: [{ fields: ['tenant', 'slug'], unique: true }],
    admin: {
      group: 'Terms',
      useAsTitle: 'name',
      defaultColumns: ['name', '_status', 'slug', 'updatedAt'],
      description,
    },
    fields: [
      { name: 'name', type: 'text', required: true, localized: !isName, maxLength: 80 },
      isName ? url : about,
      slugField(),
    ],
    hooks: { beforeValidate: [fillSlug({ from: 'name' })] },
  })

const about: Field = { name: 'description', type: 'textarea', localized: true, maxLength: 600 }

const url: Field = urlField({ takes: 'web', label: 'Website' })
