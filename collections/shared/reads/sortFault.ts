// Whether a list can be put in order by a path, and if not, why.
import type { CollectionSlug, FlattenedField, Payload } from 'payload'
import { LOCALE_CODES } from '../../locales.ts'

export type SortPlace = {
  collection: string
  collections: Payload['collections']
  /** An answer in all languages at once has a value in each of them. */
  isInAllLanguages: boolean
  /** Segments separated by dots. */
  path: string
}

/** `column`: the name of the column that it is sorted by. */
type SortAnswer = { column?: string; fault?: string }

export const sortFault = ({
  collection,
  collections,
  isInAllLanguages,
  path,
}: SortPlace): SortAnswer => {
  const fieldsOf = (slug: string): FlattenedField[] =>
    collections[slug as CollectionSlug]?.config.flattenedFields ?? []
  const several = `Documents have several values in “${path}”, which give no order. Sort by a field that has one.`

  const walk = (
    fields: FlattenedField[],
    [name = '', ...rest]: string[],
    { column, isElsewhere }: { column: string; isElsewhere: boolean },
  ): SortAnswer => {
    if (OWN.has(name) && rest.length === 0 && column === '') {
      return isElsewhere
        ? { fault: `“${path}” gives no order. Sort by “${name}” alone.` }
        : { column: name }
    }
    const field = fields.find((one) => one.name === name)
    if (!field || isVirtual(field)) {
      return { fault: `“${path}” is no field that ${collection} can be sorted by.` }
    }
    if (isMany(field)) {
      return { fault: several }
    }
    if ('localized' in field && field.localized) {
      if (LOCALE_CODES.some((code) => code === rest[0])) {
        rest.shift()
      } else if (isInAllLanguages) {
        return { fault: `“${path}” has a value in each language. Name one in “locale”.` }
      }
    }
    const here = column === '' ? name : `${column}_${name}`
    if ('flattenedFields' in field) {
      return walk(field.flattenedFields, rest, { column: here, isElsewhere })
    }
    if (rest.length === 0) {
      return OPAQUE.has(field.type)
        ? { fault: `“${path}” holds text with its form, which gives no order.` }
        : { column: here }
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      return rest.length === 1 && rest[0] === 'id'
        ? { column: here }
        : walk(fieldsOf(String(field.relationTo)), rest, { column: '', isElsewhere: true })
    }
    return { fault: `“${path}” is no field that ${collection} can be sorted by.` }
  }

  const { config } = collections[collection as CollectionSlug]
  const [first = '', ...rest] = path.split('.')
  if (config.versions && first === 'version') {
    return walk(config.flattenedFields, rest, { column: 'version', isElsewhere: false })
  }
  if (config.versions && OF_VERSIONS.has(path)) {
    return { column: path }
  }
  return walk(config.flattenedFields, path.split('.'), { column: '', isElsewhere: false })
}

/** Every list is sorted by these at last; of another document they would be taken for its own. */
const OWN = new Set(['id', 'createdAt'])

/** What only a version has. */
const OF_VERSIONS = new Set(['autosave', 'latest', 'parent', 'publishedLocale', 'snapshot'])

const OPAQUE = new Set<string>(['json', 'point', 'richText'])

const isMany = (field: FlattenedField): boolean =>
  ['array', 'blocks', 'join'].includes(field.type) ||
  ('hasMany' in field && field.hasMany === true) ||
  ('relationTo' in field && Array.isArray(field.relationTo))

const isVirtual = (field: FlattenedField): boolean => 'virtual' in field && Boolean(field.virtual)
