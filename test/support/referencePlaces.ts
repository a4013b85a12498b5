// Data that points at other documents in every way that the configuration allows: through each
// relationship, upload, row, block, and node of rich text. Made from the fields, so a new field or
// block joins by itself.
import { randomBytes } from 'node:crypto'
import type { Block, Field } from 'payload'
import { blocks } from '../../collections/blocks/index.ts'

/** One way to point at a document. */
export type Place = {
  /** Of the field, without the numbers of rows: `credits.person`. */
  path: string
  /** Whether it stands within rich text, where the database holds no key to it. */
  isInText: boolean
  /** Whether it holds several. */
  isMany: boolean
  relationTo: string
}

export type Pointing = { data: Record<string, unknown>; places: Place[] }

/** @returns The ids to point at. Where there may be only one, the first counts. */
export type Pick = (place: Place) => string[]

type Args = {
  fields: Field[]
  /** Fields that are filled elsewhere. */
  except?: ReadonlySet<string>
  pick: Pick
}

/** A document of these fields, in the form in which the database adapter takes it. */
export const pointingData = ({ except = new Set(), fields, pick }: Args): Pointing => {
  const places: Place[] = []
  const data = fill({ except, fields, isInText: false, pick, places, prefix: '' })
  return { data, places }
}

type Context = {
  except: ReadonlySet<string>
  isInText: boolean
  pick: Pick
  places: Place[]
  prefix: string
  /** What the first choice of a row is set to, since others may depend on it. */
  choice?: Choice
}

type Choice = { name: string; value: string }

const fill = ({ fields, ...context }: Context & { fields: Field[] }): Record<string, unknown> =>
  Object.assign({}, ...fields.map((field) => fillField(field, context))) as Record<string, unknown>

const fillField = (field: Field, context: Context): Record<string, unknown> => {
  if (field.type === 'tabs') {
    return Object.assign(
      {},
      ...field.tabs.map((tab) =>
        'name' in tab && tab.name
          ? { [tab.name]: fill({ ...inside(context, tab.name), fields: tab.fields }) }
          : fill({ ...context, fields: tab.fields }),
      ),
    ) as Record<string, unknown>
  }
  const name = 'name' in field ? field.name : undefined
  if (name === undefined) {
    return 'fields' in field ? fill({ ...context, fields: field.fields }) : {}
  }
  if (context.except.has(name) || ('virtual' in field && field.virtual)) {
    return {}
  }
  const value = valueOf(field, inside(context, name))
  if (value === undefined) {
    return {}
  }
  const isLocalized = 'localized' in field && field.localized === true && !context.isInText
  return { [name]: isLocalized ? { en: value } : value }
}

const inside = (context: Context, name: string): Context => ({
  ...context,
  prefix: context.prefix === '' ? name : `${context.prefix}.${name}`,
})

const valueOf = (field: Field, context: Context): unknown => {
  const { choice } = context
  switch (field.type) {
    case 'relationship':
    case 'upload': {
      const values = [field.relationTo]
        .flat()
        .flatMap((relationTo) =>
          pointAt({ context, isMany: field.hasMany === true, relationTo }).map((id) =>
            Array.isArray(field.relationTo) ? { relationTo, value: id } : id,
          ),
        )
      return field.hasMany ? values : (values[0] ?? null)
    }
    case 'group':
      return fill({ ...withoutChoice(context), fields: field.fields })
    case 'array':
      return choicesIn(field.fields).map((one) => ({
        id: rowId(),
        ...fill({ ...withoutChoice(context), ...one, fields: field.fields }),
      }))
    case 'blocks':
      return field.blocks.flatMap((block) => blocksOf(block, context))
    case 'richText':
      return { root: node('root', { children: nodesOf(context) }) }
    case 'select':
    case 'radio': {
      const [first] = valuesOf(field)
      const value = choice?.name === field.name ? choice.value : first
      return field.type === 'select' && field.hasMany ? [value] : value
    }
    case 'text':
    case 'textarea':
    case 'code':
      return field.required ? 'Words' : undefined
    case 'number':
      return field.required ? 1 : undefined
    case 'checkbox':
      return false
    default:
      return undefined
  }
}

/** As Payload makes them. */
const rowId = (): string => randomBytes(12).toString('hex')

const withoutChoice = ({ choice: _, ...context }: Context): Context => context

const pointAt = ({
  context: { isInText, pick, places, prefix },
  isMany = true,
  relationTo,
}: {
  context: Context
  isMany?: boolean
  relationTo: string
}): string[] => {
  const place = { isInText, isMany, path: prefix, relationTo }
  places.push(place)
  return pick(place).slice(0, isMany ? undefined : 1)
}

/** One for each option of the first choice among the fields, so that every condition is met once. */
const choicesIn = (fields: Field[]): { choice?: Choice }[] => {
  const choice = flat(fields).find((field) => field.type === 'select' || field.type === 'radio')
  return choice && 'name' in choice
    ? valuesOf(choice)
        .slice(0, 4)
        .map((value) => ({ choice: { name: choice.name, value } }))
    : [{}]
}

const flat = (fields: Field[]): Field[] =>
  fields.flatMap((field) =>
    field.type === 'row' || field.type === 'collapsible' ? flat(field.fields) : [field],
  )

const valuesOf = (field: Field & { type: 'radio' | 'select' }): string[] =>
  field.options.map((option) => (typeof option === 'string' ? option : option.value))

const blocksOf = (block: Block, context: Context): Record<string, unknown>[] =>
  choicesIn(block.fields).map((one) => ({
    id: rowId(),
    blockType: block.slug,
    ...fill({ ...withoutChoice(context), ...one, fields: block.fields }),
  }))

/** What the editor of collections/shared/editor.ts can write, and what it once could. */
const LINKED = ['case-studies', 'pages', 'people']

const nodesOf = (outer: Context): unknown[] => {
  const context = { ...outer, isInText: true }
  const at = (kind: string) => ({ ...context, prefix: `${context.prefix}(${kind})` })
  return [
    paragraph(text('Words that stay.')),
    ...LINKED.flatMap((relationTo) =>
      pointAt({ context: at('link'), relationTo }).flatMap((value) =>
        ['link', 'autolink'].map((type) =>
          paragraph(
            node(type, {
              id: value,
              fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
              children: [text('there')],
            }),
          ),
        ),
      ),
    ),
    ...['media', 'documents'].flatMap((relationTo) =>
      pointAt({ context: at('upload'), relationTo }).map((value) =>
        node('upload', { id: value, format: '', fields: { caption: '' }, relationTo, value }),
      ),
    ),
    ...LINKED.flatMap((relationTo) =>
      pointAt({ context: at('relationship'), relationTo }).map((value) =>
        node('relationship', { format: '', relationTo, value }),
      ),
    ),
    ...blocks.flatMap((block) =>
      blocksOf(block, at(block.slug)).map((fields) => node('block', { format: '', fields })),
    ),
  ]
}

const node = (type: string, rest: Record<string, unknown>) => ({
  type,
  version: 1,
  direction: 'ltr',
  format: '',
  indent: 0,
  ...rest,
})

const paragraph = (...children: unknown[]) => node('paragraph', { children })

const text = (words: string) => ({
  type: 'text',
  text: words,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
  version: 1,
})
