// Which fields of a document decide who reads it, and by which lists choose and sort.
import type { TenantCollection } from '../../../access/rules.ts'

type Deciding = {
  /** Who may see the document, or what of it and of others. */
  access?: readonly string[]
  /** What lists choose or sort by. */
  listed?: readonly string[]
}

/** Of any collection that has them. */
const EVERYWHERE = ['_status', 'deletedAt', 'slug', 'tenant'] as const

/** Of a client that is not named nothing is shown that leads to it, be the client published or not. */
export const LEADS_TO_CLIENT = ['confidential', 'logo', 'url'] as const

/** Collections that sites read. */
const DECIDING = {
  'case-studies': {
    // Of an anonymous client other studies say nothing either, so the client decides as well.
    access: ['visibility', 'passwordHash', 'embargoUntil', 'anonymous', 'anonymousLabel', 'client'],
    listed: ['services', 'industries', 'technologies', 'year', 'featured', 'publishedAt'],
  },
  pages: { listed: ['title'] },
  people: { listed: ['name', '_order'] },
  organisations: { access: LEADS_TO_CLIENT, listed: ['name'] },
  services: { listed: ['name'] },
  industries: { listed: ['name'] },
  technologies: { listed: ['name'] },
  testimonials: { access: ['consent', 'organisation'] },
  media: { access: ['exposure'] },
  documents: { access: ['exposure'] },
  'site-settings': {},
  redirects: { access: ['from', 'to', 'permanent'] },
} as const satisfies Partial<Record<TenantCollection, Deciding>>

export type ShownCollection = keyof typeof DECIDING

export const isShownCollection = (slug: string): slug is ShownCollection =>
  Object.hasOwn(DECIDING, slug)

export const accessFieldsOf = (collection: ShownCollection): readonly string[] => [
  ...EVERYWHERE,
  ...((DECIDING[collection] as Deciding).access ?? []),
]

export const listedFieldsOf = (collection: ShownCollection): readonly string[] =>
  (DECIDING[collection] as Deciding).listed ?? []

/** As a selection for a query. */
export const decidingFieldsOf = (collection: ShownCollection): Record<string, true> =>
  Object.fromEntries(
    [...accessFieldsOf(collection), ...listedFieldsOf(collection)].map((name) => [name, true]),
  )

/** Fields of which nobody is shown anything. */
export const UNSHOWN: ReadonlySet<string> = new Set([
  'checkedAt',
  'createdBy',
  'id',
  'missingSince',
  'updatedAt',
  'updatedBy',
  'uses',
])
