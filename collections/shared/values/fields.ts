// Every value of a document that is written, along its fields: what each claims to be it has to be. Only what
// the request brings is looked at, so that what is stored already never stands in the way of leaving.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { FlattenedBlocksField, FlattenedField, PayloadRequest } from 'payload'
import { eachOnce, excessOf } from './bounds.ts'
import { faultAt, isRecord, short, type Fault, type Place } from './fault.ts'
import { isForm } from './form.ts'
import { kindOf, takesSeveral } from './kinds.ts'
import { faultsOfRichText, putId, type FaultsOfFields } from './richText.ts'
import { unstorableIn, UNSTORABLE_SENTENCE } from './text.ts'

type Context = {
  /** Whether localised fields hold one value for each language. */
  isPerLocale: boolean
  /** Rich text alone, for what was stored before. */
  isTextOnly?: boolean
  /** Whether it stands in rich text that was stored before. */
  isStored?: boolean
  req: PayloadRequest
}

/** @returns what is wrong, in the order of the fields; made as it is asked for. */
export const faultsOf = ({
  data,
  fields,
  ...context
}: Context & { data: unknown; fields: FlattenedField[] }): Generator<Fault> =>
  faultsOfRow({ ...context, at: undefined, data, fields, isInText: false })

type Inner = Context & {
  /** Of the row or the group; undefined for the document itself. */
  at: Place | undefined
  isInText: boolean
}

function* faultsOfRow({
  data,
  fields,
  ...context
}: Inner & { data: unknown; fields: FlattenedField[] }): Generator<Fault> {
  if (!isRecord(data)) {
    return
  }
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || field.type === 'join' || ('virtual' in field && field.virtual)) {
      continue
    }
    const at = placeIn({ at: context.at, isInText: context.isInText, name: field.name })
    const isOfLocales =
      context.isPerLocale && !context.isInText && isLocalized(field) && isRecord(value)
    if (isOfLocales) {
      for (const code of Object.keys(value)) {
        yield* faultsOfValue({
          ...context,
          at: placeIn({ at, isInText: false, name: code }),
          field,
          holder: value,
          key: code,
        })
      }
    } else {
      yield* faultsOfValue({ ...context, at, field, holder: data, key: field.name })
    }
  }
}

const isLocalized = (field: FlattenedField): boolean =>
  'localized' in field && field.localized === true

const placeIn = ({
  at,
  isInText,
  name,
}: {
  at: Place | undefined
  isInText: boolean
  name: string
}): Place => {
  const path = at ? `${at.path}.${name}` : name
  return isInText && at ? { ...at, path } : { code: 'malformed_value', field: path, path }
}

type ValueArgs = Inner & {
  at: Place
  field: FlattenedField
  holder: Record<string, unknown>
  key: string
}

function* faultsOfValue({ at, field, holder, key, ...context }: ValueArgs): Generator<Fault> {
  const value = holder[key]
  switch (field.type) {
    case 'group':
    case 'tab':
      if (isRecord(value)) {
        yield* faultsOfRow({ ...context, at, data: value, fields: field.flattenedFields })
      } else {
        yield faultAt(at, 'is a group of fields. Write it as an object, or leave it out.')
      }
      return
    case 'array':
    case 'blocks':
      yield* faultsOfRows({ ...context, at, field, value })
      return
    case 'richText':
      if (value !== null) {
        yield* faultsOfRichText({
          at,
          editor: field.editor as unknown as LexicalRichTextAdapter,
          faultsOfFields: inText(context),
          isStored: context.isTextOnly === true,
          req: context.req,
          value,
        })
      }
      return
    default:
  }
  if (value === null || context.isTextOnly) {
    return
  }
  const unstorable = unstorableIn(value)
  if (unstorable !== undefined) {
    yield faultAt({ ...at, path: `${at.path}${unstorable}` }, UNSTORABLE_SENTENCE)
    return
  }
  const excess = context.isStored ? undefined : excessOf(field, value)
  if (excess !== undefined) {
    yield faultAt(at, excess)
    return
  }
  yield* faultsOfKind({ ...context, at, field, holder, key })
}

function* faultsOfKind({
  at,
  field,
  holder,
  isInText,
  isStored,
  key,
}: Pick<ValueArgs, 'at' | 'field' | 'holder' | 'isInText' | 'isStored' | 'key'>): Generator<Fault> {
  const kind = kindOf(field, { isInText, isStored })
  const value = holder[key]
  if (!kind) {
    return
  }
  if (!takesSeveral(field)) {
    if (!kind.is(value)) {
      yield faultAt(at, `holds ${kind.name}, and not “${short(value)}”.`)
    } else if (isInText) {
      putId(holder, key)
    }
    return
  }
  if (value === '') {
    return
  }
  if (!Array.isArray(value)) {
    yield faultAt(at, `holds a list, each item ${kind.name}, and not “${short(value)}”.`)
    return
  }
  const values = eachOnce(field, value)
  holder[key] = values
  for (const [index, one] of values.entries()) {
    if (!kind.is(one)) {
      const place = { ...at, path: `${at.path}.${index}` }
      yield faultAt(place, `holds ${kind.name}, and not “${short(one)}”.`)
    } else if (isInText) {
      putId(values as unknown as Record<string, unknown>, String(index))
    }
  }
}

function* faultsOfRows({
  at,
  field,
  value,
  ...context
}: Inner & {
  at: Place
  field: Extract<FlattenedField, { type: 'array' | 'blocks' }>
  value: unknown
}): Generator<Fault> {
  // The admin's form sends how many rows there are when there are none.
  if (value === null || value === 0 || value === '' || value === '0') {
    return
  }
  if (!Array.isArray(value)) {
    yield faultAt(at, `holds a list of rows, and not “${short(value)}”.`)
    return
  }
  const excess = context.isTextOnly || context.isStored ? undefined : excessOf(field, value)
  if (excess !== undefined) {
    yield faultAt(at, excess)
    return
  }
  for (const [index, row] of value.entries()) {
    const place = placeIn({ at, isInText: context.isInText, name: String(index) })
    // Payload leaves rows of null out. A form has one while a row is being made.
    if (row === null && (context.isTextOnly || isForm(context.req))) {
      continue
    }
    if (!isRecord(row)) {
      yield faultAt(place, `is a row. Write it as an object, and not as “${short(row)}”.`)
      continue
    }
    const { id } = row
    const isOdd = typeof id === 'string' ? unstorableIn(id) !== undefined : (id ?? null) !== null
    if (isOdd && !context.isTextOnly) {
      yield faultAt({ ...place, path: `${place.path}.id` }, 'is the id of a row, a text.')
    }
    const fields = field.type === 'array' ? field.flattenedFields : fieldsOfBlock(field, row)
    if (fields) {
      yield* faultsOfRow({ ...context, at: place, data: row, fields })
    } else {
      yield faultAt(place, `is a block of type “${short(row.blockType)}”, which is none here.`)
    }
  }
}

const fieldsOfBlock = (
  field: FlattenedBlocksField,
  { blockType }: Record<string, unknown>,
): FlattenedField[] | undefined =>
  field.blocks.find((block) => typeof block !== 'string' && block.slug === blockType)
    ?.flattenedFields

/** The fields of a block within rich text. Payload converts none of their values. */
const inText =
  (context: Omit<Inner, 'at' | 'isInText'>): FaultsOfFields =>
  ({ at, data, fields }) =>
    faultsOfRow({
      ...context,
      at,
      data,
      fields,
      isInText: true,
      isStored: context.isTextOnly === true || context.isStored === true,
      isTextOnly: false,
    })
