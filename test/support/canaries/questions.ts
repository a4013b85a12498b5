// Everything that can be asked of the API for reading: every collection, shape, language and depth,
// and every reading endpoint of our own, taken from the configuration.
import type { FlattenedField, Payload, SanitizedCollectionConfig } from 'payload'
import { PLANTED_LOCALES } from './plant.ts'

const DEPTHS = [0, 1, 2, 3, 4]
const TRANSLATED = PLANTED_LOCALES.filter((locale) => locale !== 'en')
/** More than there is of anything. */
const PAGES = [1, 2, 3].map((page) => `limit=100&page=${page}`)

const EVERYTHING = 'locale=all&draft=true&trash=true'

/** A list in each language, as a front end asks for it. */
export const plainListsOf = ({ slug }: SanitizedCollectionConfig): string[] =>
  PLANTED_LOCALES.map((locale) => `${slug}?limit=100&depth=1&locale=${locale}`)

/** Lists of a collection, in every shape. Paths below `/api`. */
export const listsOf = (config: SanitizedCollectionConfig, payload: Payload): string[] => {
  const { slug } = config
  const references = referencesOf(config.flattenedFields).map(({ path }) => path)
  const shapes = [
    ...DEPTHS.map((depth) => `depth=${depth}`),
    ...DEPTHS.map((depth) => `depth=${depth}&${EVERYTHING}`),
    ...TRANSLATED.flatMap((locale) => [
      `depth=2&locale=${locale}`,
      `depth=2&locale=${locale}&fallback-locale=none&draft=true`,
    ]),
    'depth=1&where[deletedAt][exists]=true&trash=true',
    'depth=2&select[tenant]=false&select[_status]=false&select[visibility]=false',
    'depth=1&pagination=false',
    ...references.map((path) => `depth=2&${selectionOf('select', path)}=true`),
    ...(references.length === 0
      ? []
      : [
          `depth=1&${references.map((path) => `${selectionOf('select', path)}=false`).join('&')}`,
          `depth=4&${populationOf(payload)}`,
        ]),
  ]
  const versions = [
    'depth=2',
    `depth=2&${EVERYTHING}`,
    'depth=0&where[latest][equals]=true',
    ...references.map((path) => `depth=2&${selectionOf('select[version]', path)}=true`),
  ]
  return [
    ...shapes.map((shape) => `${slug}?limit=100&${shape}`),
    ...(config.versions ? versions.map((shape) => `${slug}/versions?limit=100&${shape}`) : []),
  ]
}

/** The same at once, as the tenant's people ask for it: nothing that is there is missing. */
export const wholeListsOf = ({ slug, versions }: SanitizedCollectionConfig): string[] => [
  ...PAGES.flatMap((page) => [
    `${slug}?${page}&depth=0&locale=all&trash=true`,
    `${slug}?${page}&depth=0&${EVERYTHING}`,
    ...(versions ? [`${slug}/versions?${page}&depth=0&locale=all`] : []),
  ]),
]

/** Everything that can be read about one document, by its id. */
export const readsOf = (config: SanitizedCollectionConfig, id: string): string[] => [
  `${config.slug}/${id}?depth=0`,
  `${config.slug}/${id}?depth=4&${EVERYTHING}`,
  `${config.slug}/versions/${id}?depth=2`,
  ...endpointsOf(config).map((path) => `${config.slug}${path.replace(/:\w+/g, id)}?depth=2`),
]

/** Reading endpoints of our own and of plugins that name a document. */
const endpointsOf = (config: SanitizedCollectionConfig): string[] =>
  (config.endpoints || [])
    .filter(({ method, path }) => method === 'get' && path.includes('/:'))
    .map(({ path }) => path)
    .filter((path) => !/^\/(versions\/)?:id$|^\/file\//.test(path))

type ReferenceOf = { path: string; relationTo: string[] }

/** Every relationship and upload of a collection, rich text aside. */
export const referencesOf = (fields: FlattenedField[], prefix = ''): ReferenceOf[] =>
  fields.flatMap((field): ReferenceOf[] => {
    const path = `${prefix}${field.name}`
    if (field.type === 'relationship' || field.type === 'upload') {
      return [{ path, relationTo: [field.relationTo].flat() }]
    }
    return 'flattenedFields' in field ? referencesOf(field.flattenedFields, `${path}.`) : []
  })

const selectionOf = (root: string, path: string): string =>
  `${root}${path
    .split('.')
    .map((name) => `[${name}]`)
    .join('')}`

/** Every field of whatever is read along, also those that are not by default. */
const populationOf = (payload: Payload): string =>
  payload.config.collections
    .filter(({ defaultPopulate }) => defaultPopulate)
    .flatMap(({ flattenedFields, slug }) =>
      flattenedFields.map(({ name }) => `populate[${slug}][${name}]=true`),
    )
    .join('&')
