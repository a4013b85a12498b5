// Every value of a document that is written, along its fields: what each claims to be it has to be. Only what
// the request brings is looked at, so that what is stored already never stands in the way of leaving.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { FlattenedBlocksField, FlattenedField, PayloadRequest } from 'payload'
import { LOCALE_CODES } from '../../locales.ts'
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
    // What is typed and not stored as it is, such as a password, is a text all the same.
    const isComputed = 'virtual' in field && field.virtual && field.type !== 'text'
    if (value === undefined || field.type === 'join' || isComputed) {
      continue
    }
    const at = placeIn({ at: context.at, isInText: context.isInText, name: field.name })
    const isOfLocales = context.isPerLocale && !context.isInText && isLocalized(field)
    if (isOfLocales && isRecord(value)) {
      yield* faultsOfLocales({ ...context, at, field, value })
    } else if (isOfLocales && value !== null && !context.isTextOnly) {
      yield faultAt(at, 'holds a value for each language, as in {"en": …}.')
    } else {
      yield* faultsOfValue({ ...context, at, field, holder: data, key: field.name })
    }
  }
}

function* faultsOfLocales({
  at,
  field,
  value,
  ...context
}: Inner & {
  at: Place
  field: FlattenedField
  value: Record<string, unknown>
}): Generator<Fault> {
  for (const code of Object.keys(value)) {
    const place = placeIn({ at, isInText: false, name: code })
    if (context.isTextOnly || LANGUAGES.includes(code)) {
      yield* faultsOfValue({ ...context, at: place, field, holder: value, key: code })
    } else {
      yield faultAt(place, 'names no language that there is here. Write {"en": …}.')
    }
  }
}

const LANGUAGES: readonly string[] = LOCALE_CODES

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
      if (value === null && !context.isInText && !context.isTextOnly) {
        // Payload’s adapter fails over a list that is none.
        holder[key] = []
        return
      }
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
    if (value === '' && field.type === 'date' && !isInText) {
      // As an empty number is: none.
      holder[key] = null
    } else if (!kind.is(value)) {
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
  const ids = new Set<unknown>()
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
    } else if (typeof id === 'string' && ids.has(id) && !context.isTextOnly) {
      yield faultAt(
        { ...place, path: `${place.path}.id` },
        'is the id of an earlier row. Leave it out, and the row gets one of its own.',
      )
    }
    ids.add(id)
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
