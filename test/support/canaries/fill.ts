// Fills the fields of a collection, whatever they are, with words of their own: each text, at any
// depth, in rich text and in every block. A new field or block joins by itself.
import type { Block, Field } from 'payload'
import { fieldRules } from '../../../access/fields.ts'
import type { RuledCollection } from '../../../access/rules.ts'
import { blocks } from '../../../collections/blocks/index.ts'
import { LINKED_COLLECTIONS } from '../../../collections/shared/editor.ts'
import { isReference } from '../../../collections/shared/reads/needs.ts'
import { blockNode, linkNode, richText, uploadNode, urlNode } from '../content.ts'

/** What a field asks for that takes media with moving pictures only. */
export const FILM = 'media/film'

export type Filler = {
  /** The text of a place; `null` as the language where all languages share it. */
  reserve: (path: string, locale: string | null) => string
  locale: string
  /** The document that a reference leads to: of a collection, or of `FILM`. */
  refer: (relationTo: string) => string | null
  /** Rows keep their ids from one language to the next. */
  rowId: (path: string) => string
}

type Data = Record<string, unknown>
type Args = Filler & {
  fields: Field[]
  path: string
  /** Whether the texts are of one language. */
  isLocalized: boolean
  /** Values that are given, such as the kind of a block. */
  given?: Data
}

/** Values for the fields of a collection, without what its own code decides. */
export const fillCollection = ({
  collection,
  fields,
  given = {},
  ...filler
}: Filler & { collection: string; fields: Field[]; given?: Data }): Data => {
  const rules = fieldRules[collection as RuledCollection] ?? {}
  const own = new Set(
    Object.entries(rules).flatMap(([name, { set }]) =>
      ['nobody', 'onCreate', 'operator'].includes(set) || name === '_status' ? name : [],
    ),
  )
  const { data } = fillFields({
    ...filler,
    fields,
    given,
    isLocalized: false,
    path: '',
  })
  return Object.fromEntries(
    Object.entries({ ...data, ...given }).filter(([name]) => !own.has(name) || name in given),
  )
}

/** `isWhole` says whether nothing is missing that the fields need. */
const fillFields = ({ fields, given = {}, ...rest }: Args): { data: Data; isWhole: boolean } => {
  const data: Data = { ...given }
  let isWhole = true
  for (const field of flatten(fields)) {
    if (!('name' in field) || !field.name || field.name in given || isHidden(field)) {
      continue
    }
    const path = rest.path === '' ? field.name : `${rest.path}.${field.name}`
    const isLocalized = rest.isLocalized || ('localized' in field && field.localized === true)
    const value = valueOf({ ...rest, field, isLocalized, path, siblings: data })
    if (value !== undefined) {
      data[field.name] = value
    }
  }
  for (const field of flatten(fields)) {
    const isMissing =
      'name' in field &&
      'required' in field &&
      field.required === true &&
      isEmpty(data[field.name]) &&
      isAskedFor({ field, siblings: data })
    isWhole = isWhole && !isMissing
  }
  return { data, isWhole }
}

const valueOf = ({
  field,
  siblings,
  ...args
}: Omit<Args, 'fields' | 'given'> & { field: Field; siblings: Data }): unknown => {
  const { isLocalized, locale, path, refer, reserve } = args
  if (isReference(field)) {
    const [relationTo = ''] = [field.relationTo].flat()
    const isFilm = (JSON.stringify(field.filterOptions) ?? '').includes('video/')
    const id = refer(isFilm ? FILM : relationTo)
    return id === null ? undefined : field.hasMany ? [id] : id
  }
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'code':
    case 'email': {
      const word = reserve(path, isLocalized ? locale : null)
      return candidates(word).find((value) => isValid({ field, siblings, value }))
    }
    case 'number':
      return field.min ?? 7
    case 'select':
    case 'radio':
      return field.defaultValue ?? optionsOf(field)[0]
    case 'group':
      return fillFields({ ...args, fields: field.fields }).data
    case 'array':
      return rowsOf({ ...args, field })
    case 'richText':
      return textOf(args)
    default:
      return undefined
  }
}

/** Names, URLs of every kind that a field may ask for, an email, a colour. */
const candidates = (word: string): string[] => [
  word,
  `https://${word}.test/${word}`,
  `https://vimeo.com/${word}`,
  `/${word}`,
  `${word}@${word}.test`,
  '#1d4e5f',
]

const isValid = ({
  field,
  siblings,
  value,
}: {
  field: Field
  siblings: Data
  value: string
}): boolean => {
  const validate = ('validate' in field ? field.validate : undefined) as
    ((value: string, context: object) => unknown) | undefined
  if (field.type === 'email') {
    return value.includes('@')
  }
  const req = { payload: { config: { csrf: [] } } }
  return validate === undefined || validate(value, { req, siblingData: siblings }) === true
}

/** A row of each kind that the row has, with its references and without. */
const rowsOf = ({
  field,
  ...args
}: Omit<Args, 'fields' | 'given'> & { field: Field & { type: 'array' } }): Data[] => {
  // One chapter is enough: its text holds everything already.
  const isLong = flatten(field.fields).some(({ type }) => type === 'richText')
  const variants = variantsOf(field.fields).slice(0, isLong ? 1 : undefined)
  const rows: Data[] = []
  for (const [index, { given, hasReferences }] of [
    ...variants,
    ...variants.slice(0, Math.max(0, (field.minRows ?? 0) - variants.length)),
  ].entries()) {
    const path = `${args.path}.${index}`
    const { data, isWhole } = fillFields({
      ...args,
      ...(hasReferences ? {} : { refer: () => null }),
      fields: field.fields,
      given,
      path,
    })
    if (isWhole && rows.length < (field.maxRows ?? Infinity)) {
      rows.push({ ...data, id: args.rowId(path) })
    }
  }
  // What needs two and got one is given the same once more.
  const [first] = rows
  return first && rows.length < (field.minRows ?? 0)
    ? [...rows, { ...first, id: args.rowId(`${args.path}.again`) }]
    : rows
}

type Variant = { given: Data; hasReferences: boolean }

const variantsOf = (fields: Field[]): Variant[] => {
  const all = flatten(fields)
  const kind = all.find((field) => 'name' in field && field.name === 'kind')
  const kinds: Data[] =
    kind && (kind.type === 'radio' || kind.type === 'select')
      ? optionsOf(kind).map((value) => ({ kind: value }))
      : [{}]
  const references = all.some(isReference) ? [true, false] : [true]
  return kinds.flatMap((given) => references.map((hasReferences) => ({ given, hasReferences })))
}

/** A text with a link of every kind, a picture, and every block in every variant. */
const textOf = (args: Omit<Args, 'fields' | 'given'>): unknown => {
  const { locale, path, refer, reserve } = args
  const word = reserve(`${path}.text`, locale)
  const host = reserve(`${path}.link`, locale)
  const picture = refer('media')
  return richText(
    word,
    urlNode(`https://${host}.test/${host}`),
    ...LINKED_COLLECTIONS.flatMap((collection) => {
      const id = refer(collection)
      return id === null ? [] : [linkNode(collection, id)]
    }),
    ...(picture === null ? [] : [uploadNode(picture)]),
    ...blocks.flatMap((block) => blockNodes({ ...args, block })),
  )
}

const blockNodes = ({
  block,
  ...args
}: Omit<Args, 'fields' | 'given'> & { block: Block }): unknown[] =>
  variantsOf(block.fields).flatMap(({ given, hasReferences }, index) => {
    const path = `${args.path}.${block.slug}.${index}`
    const { data, isWhole } = fillFields({
      ...args,
      ...(hasReferences ? {} : { refer: () => null }),
      fields: block.fields,
      given,
      isLocalized: true,
      path,
    })
    return isWhole ? [blockNode({ ...data, blockType: block.slug, id: args.rowId(path) })] : []
  })

/** Rows, tabs and groups without a name are layout. */
const flatten = (fields: Field[]): Field[] =>
  fields.flatMap((field): Field[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab): Field[] =>
        'name' in tab && tab.name
          ? [{ ...tab, name: tab.name, type: 'group' }]
          : flatten(tab.fields),
      )
    }
    const isLayout =
      field.type === 'row' ||
      field.type === 'collapsible' ||
      (field.type === 'group' && !('name' in field && field.name))
    return isLayout ? flatten(field.fields) : [field]
  })

const isHidden = (field: Field): boolean =>
  ('hidden' in field && field.hidden === true) ||
  ('virtual' in field && Boolean(field.virtual)) ||
  (field.admin as { hidden?: boolean } | undefined)?.hidden === true

const isAskedFor = ({ field, siblings }: { field: Field; siblings: Data }): boolean =>
  (field.admin as { condition?: (data: Data, siblings: Data) => boolean } | undefined)?.condition?.(
    siblings,
    siblings,
  ) ?? true

const optionsOf = (field: Field & { type: 'radio' | 'select' }): string[] =>
  field.options.map((option) => (typeof option === 'string' ? option : option.value))

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)
