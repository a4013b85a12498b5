// What the editor and the form themselves have for a moment, and what cannot stay: a picture that is being uploaded, a
// text without a single paragraph, a heading that was pasted and is not offered here, half of a URL, of a slug, of a
// number or of a date. The admin's form saves at any moment, so there all of it is put right before it is stored, and
// nothing else that was typed waits for it. A program is told to write it whole.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { FlattenedField, PayloadRequest } from 'payload'
import { isSlug, takesSlug } from '../fields/slug.ts'
import { urlKindOf } from '../fields/url.ts'
import { URL_KINDS } from '../urls.ts'
import { fieldsOfNode, headingsOf } from './editor.ts'
import { isRecord } from './fault.ts'
import { A_DATE, isClearedOrNumeric } from './kinds.ts'
import { mended, paragraph } from './mendText.ts'
import { boundsOf, isWithin } from './numbers.ts'

/** A value as it was sent, and where. */
export type Sent = { path: string[]; value: unknown }

type Place = {
  data: unknown
  fields: FlattenedField[]
  /** Whether what is wrong may wait: nothing is published. */
  isDraft: boolean
  req: PayloadRequest
}

/**
 * Puts the texts, URLs, slugs, numbers and dates of a form right. A picture that was pasted from a page and is not here
 * yet becomes a link to it, so that its place and its URL are kept; one that only the browser has is left out until it
 * is uploaded. What is no URL, slug, number or date yet is left out of a draft, which keeps the one that it had, and out
 * of every field that its form does not show; all others are refused beside their field.
 *
 * @param place Its `data` is changed.
 * @returns those that were, as they had been
 */
export const putRight = (place: Place): Sent[] => [
  ...[...valuesIn({ ...place, path: [] })].flatMap((spot) => {
    const { field, holder, key, path } = spot
    const value = holder[key]
    if (field.type === 'richText') {
      const editor = field.editor as unknown as LexicalRichTextAdapter
      const whole = wholeText({ ...place, editor, value })
      if (whole === value) {
        return []
      }
      holder[key] = whole
      return [{ path, value }]
    }
    if (!isHalfTyped({ ...spot, ...place })) {
      return []
    }
    delete holder[key]
    return [{ path, value }]
  }),
]

/**
 * The answer to a save while somebody types has the values as they were sent: with others the form would make
 * its editor anew, and the upload under way would have nowhere to go; and half of a URL would be gone.
 */
export const asSent = <Doc>({ doc, sent }: { doc: Doc; sent: Sent[] }): Doc => {
  for (const { path, value } of sent) {
    const holder = path.slice(0, -1).reduce<unknown>((at, name) => step(at, name), doc)
    const key = path.at(-1)
    if (isRecord(holder) && key !== undefined) {
      holder[key] = value
    }
  }
  return doc
}

const step = (at: unknown, name: string): unknown =>
  typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined

type Spot = {
  field: FlattenedField
  holder: Record<string, unknown>
  key: string
  path: string[]
}

/** Rich texts, and what is typed and may be half there. */
function* valuesIn({
  data,
  fields,
  path,
}: Pick<Place, 'data' | 'fields'> & { path: string[] }): Generator<Spot> {
  if (!isRecord(data)) {
    return
  }
  for (const field of fields) {
    const value = data[field.name]
    const at = [...path, field.name]
    if (field.type === 'richText' || isFit(field)) {
      yield { field, holder: data, key: field.name, path: at }
    } else if (field.type === 'group' || field.type === 'tab') {
      yield* valuesIn({ data: value, fields: field.flattenedFields, path: at })
    } else if (field.type === 'array' && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        yield* valuesIn({ data: row, fields: field.flattenedFields, path: [...at, String(index)] })
      }
    }
  }
}

/** Whether a value is whole, for fields of which a part may be typed; undefined for all others. */
const isFit = (field: FlattenedField): ((value: unknown) => boolean) | undefined => {
  const takes = urlKindOf(field)
  if (takes) {
    return (value) => typeof value !== 'string' || value === '' || URL_KINDS[takes].is(value)
  }
  if (takesSlug(field)) {
    return (value) => typeof value !== 'string' || value.trim() === '' || isSlug(value)
  }
  if (field.type === 'number' && !field.hasMany) {
    return (value) =>
      typeof value === 'string'
        ? isClearedOrNumeric(value)
        : typeof value !== 'number' || isWithin(value, boundsOf(field))
  }
  if (field.type === 'date') {
    return (value) => typeof value !== 'string' || A_DATE.is(value)
  }
  return undefined
}

const isHalfTyped = ({
  data,
  field,
  holder,
  isDraft,
  key,
  req,
}: Pick<Spot, 'field' | 'holder' | 'key'> & Pick<Place, 'data' | 'isDraft' | 'req'>): boolean => {
  return (
    isFit(field)?.(holder[key]) === false && (isDraft || !isShown({ data, field, holder, req }))
  )
}

/** Payload looks at no field of a form that its condition hides. */
const isShown = ({
  data,
  field,
  holder,
  req,
}: Pick<Spot, 'field' | 'holder'> & Pick<Place, 'data' | 'req'>): boolean => {
  const condition = 'admin' in field ? field.admin?.condition : undefined
  return (
    !condition ||
    Boolean(
      condition(data as never, holder as never, {
        blockData: holder as never,
        operation: 'update',
        path: [],
        user: req.user,
      }),
    )
  )
}

/** @returns the same value when nothing in it was put right. */
const wholeText = ({
  editor,
  value,
  ...place
}: Place & { editor: LexicalRichTextAdapter; value: unknown }): unknown => {
  const root = isRecord(value) ? value.root : undefined
  if (!isRecord(root) || !Array.isArray(root.children)) {
    return value
  }
  const children = mended({
    nodes: root.children,
    parent: 'root',
    isDraft: place.isDraft,
    tags: headingsOf(editor),
    withoutHalfUrls: (node) => withoutHalfUrls({ ...place, editor, node }),
  })
  const whole = children.length > 0 ? children : [paragraph([])]
  return whole === root.children
    ? value
    : { ...(value as object), root: { ...root, children: whole } }
}

/** @returns the same fields when nothing in them is half of a URL. */
const withoutHalfUrls = ({
  editor,
  node,
  ...place
}: Place & { editor: LexicalRichTextAdapter; node: Record<string, unknown> }): unknown => {
  const fields = fieldsOfNode({ editor, node, req: place.req })
  if (!fields || !isRecord(node.fields)) {
    return node.fields
  }
  const data = structuredClone(node.fields)
  const changed = putRight({ ...place, data, fields })
  return changed.length > 0 ? data : node.fields
}
