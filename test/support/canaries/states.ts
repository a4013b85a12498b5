// The states in which something is confidential, read from the rules and the fields of the
// collections: a new collection with drafts, or a new visibility, joins by itself.
import type { CollectionSlug, Field } from 'payload'
import { hasDrafts, hasTrash, rules, type TenantCollection } from '../../../access/rules.ts'
import { collections } from '../../../collections/index.ts'
import { FILM } from './fill.ts'

export type Planting = TenantCollection & CollectionSlug

export type State = {
  name: string
  /** Which collections have documents in it. */
  collections: readonly Planting[]
  given: Record<string, unknown>
  /** What makes it confidential once it was online; without it, it is published or stays a draft. */
  then?: Record<string, unknown>
  isDraft?: boolean
}

const ALL = Object.keys(rules) as Planting[]

/** Collections with texts that the public reads, one document at least. */
export const PUBLISHED = ALL.filter((slug) => hasDrafts(slug))

/** A file of each kind that references ask for, by the name under which they ask. */
export const FILES: { collection: Planting; isFilm: boolean; name: string }[] = ALL.filter(
  (slug) => configOf(slug).upload,
).flatMap((collection) => [
  { collection, isFilm: false, name: collection },
  ...(collection === 'media' ? [{ collection, isFilm: true, name: FILM }] : []),
])

/** A tenant has one document of these. */
const SINGLE: readonly Planting[] = ['site-settings']

/** Not planted: they hold no texts, or other tests are about all that they hold. */
const ELSEWHERE: readonly Planting[] = [
  'domains',
  'invitations',
  'media-references',
  'memberships',
  'storage-accounts',
]

/** What nobody outside the tenant reads in any state. */
export const INTERNAL = ALL.filter((slug) => !('read' in rules[slug]) && !ELSEWHERE.includes(slug))

const MANY = PUBLISHED.filter((slug) => !SINGLE.includes(slug))

const optionsOf = (collection: Planting, name: string): string[] => {
  const field = find(configOf(collection).fields, name)
  return field?.type === 'select'
    ? field.options.map((option) => (typeof option === 'string' ? option : option.value))
    : []
}

const find = (fields: Field[], name: string): Field | undefined =>
  fields
    .flatMap((field) =>
      'name' in field && field.name
        ? [field]
        : field.type === 'tabs'
          ? field.tabs.flatMap((tab) => find(tab.fields, name) ?? [])
          : 'fields' in field
            ? (find(field.fields, name) ?? [])
            : [],
    )
    .find((field) => 'name' in field && field.name === name)

const FUTURE = '2099-01-01T00:00:00.000Z'

export const STATES: State[] = [
  { name: 'draft', collections: MANY, given: {}, isDraft: true },
  {
    name: 'trashed',
    collections: MANY.filter((slug) => hasTrash(slug)),
    given: {},
    then: { deletedAt: '2026-01-01T00:00:00.000Z' },
  },
  { name: 'unpublished', collections: MANY, given: {}, then: { _status: 'draft' } },
  ...optionsOf('case-studies', 'visibility')
    .filter((visibility) => visibility !== 'public')
    .map((visibility) => ({
      name: visibility,
      collections: ['case-studies'] as const,
      given: { visibility },
    })),
  { name: 'embargoed', collections: ['case-studies'], given: { embargoUntil: FUTURE } },
  { name: 'under NDA', collections: ['organisations'], given: { confidential: true } },
  ...optionsOf('testimonials', 'consent')
    .filter((consent) => consent !== 'granted')
    .map((consent) => ({
      name: `consent ${consent}`,
      collections: ['testimonials'] as const,
      given: { consent },
    })),
]

/** What a document needs to be public once it is published. */
export const PUBLIC: Partial<Record<Planting, Record<string, unknown>>> = {
  'case-studies': { visibility: 'public' },
  testimonials: { consent: 'granted' },
}

export function configOf(slug: Planting) {
  const found = collections.find((collection) => collection.slug === slug)
  if (!found) {
    throw new Error(`There is no collection “${slug}”.`)
  }
  return found
}
