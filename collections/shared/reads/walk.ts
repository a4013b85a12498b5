// Walks documents as they are answered, and takes out the references that may not be shown: at any
// depth of their fields, in rich text, and in the documents that were read along with them.
import type { Block, CollectionSlug, Field, Payload } from 'payload'
import { blocks } from '../../blocks/index.ts'
import { isReference, neededReference, type ReferenceField } from './needs.ts'

export type Reference = { relationTo: string; id: string }

export type Walk = {
  collections: Payload['collections']
  /** Whether a document that was not read along has to stay unknown. */
  isHidden: (reference: Reference) => boolean
  /** Whether the document is answered to its own tenant's people, who see it as it is. */
  isOwn: (document: { collection: string; doc: Record<string, unknown> }) => boolean
  /** Documents that were walked already. */
  seen: Set<unknown>
}

/** Takes the hidden references out of a document and of all that was read along. Changes it. */
export const walkDocument = ({
  collection,
  doc,
  walk,
}: {
  collection: string
  doc: unknown
  walk: Walk
}): void => {
  const known = walk.collections[collection as CollectionSlug]
  if (!known || !isRecord(doc) || walk.seen.has(doc)) {
    return
  }
  walk.seen.add(doc)
  const isOwn = walk.isOwn({ collection, doc })
  walkFields({ data: doc, fields: known.config.fields, isOwn, walk })
}

/** Walks one value of a field that stands in no document, as `findDistinct` answers it. */
export const walkLoose = ({
  field,
  holder,
  key,
  walk,
}: {
  field: Field
  holder: Record<string, unknown>
  key: string
  walk: Walk
}): void => {
  walkValue({ field, holder, isOwn: false, key, siblings: holder, walk })
}

type Context = { isOwn: boolean; walk: Walk }

/** @returns Whether the row still has every reference that it needs. */
const walkFields = ({
  data,
  fields,
  ...context
}: Context & { data: unknown; fields: Field[] }): boolean => {
  if (!isRecord(data)) {
    return true
  }
  let isWhole = true
  const also = (part: boolean): void => {
    isWhole = part && isWhole
  }
  for (const field of leadingFields(fields)) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inner = 'name' in tab && tab.name ? data[tab.name] : data
        also(walkFields({ ...context, data: inner, fields: tab.fields }))
      }
    } else if ('name' in field && typeof field.name === 'string') {
      for (const { holder, key } of placesOf({ data, field })) {
        also(walkValue({ ...context, field, holder, key, siblings: data }))
      }
    } else if ('fields' in field) {
      also(walkFields({ ...context, data, fields: field.fields }))
    }
  }
  return isWhole
}

const leading = new WeakMap<Field[], Field[]>()

/** Those of the fields that can lead to a document, which are few. Found once. */
const leadingFields = (fields: Field[]): Field[] => {
  const known = leading.get(fields)
  if (known) {
    return known
  }
  const found = fields.filter(leadsAnywhere)
  leading.set(fields, found)
  return found
}

const leadsAnywhere = (field: Field): boolean => {
  if (field.type === 'tabs') {
    return field.tabs.some((tab) => leadingFields(tab.fields).length > 0)
  }
  return (
    isReference(field) ||
    ['blocks', 'join', 'richText'].includes(field.type) ||
    ('fields' in field && leadingFields(field.fields).length > 0)
  )
}

type Place = { holder: Record<string, unknown>; key: string }

/** Where a field's values are: one, or with `locale=all` one for each language. */
const placesOf = ({
  data,
  field,
}: {
  data: Record<string, unknown>
  field: Field & { name: string }
}): Place[] => {
  const value = data[field.name]
  const isPerLocale =
    'localized' in field &&
    field.localized === true &&
    isRecord(value) &&
    !('root' in value) &&
    !('value' in value) &&
    !('id' in value)
  return isPerLocale
    ? Object.keys(value).map((key) => ({ holder: value, key }))
    : [{ holder: data, key: field.name }]
}

type ValueArgs = Context & Place & { field: Field; siblings: Record<string, unknown> }

const walkValue = ({ field, holder, key, siblings, ...context }: ValueArgs): boolean => {
  const value = holder[key]
  if (isReference(field)) {
    return walkReference({ ...context, field, holder, key, siblings })
  }
  switch (field.type) {
    case 'group':
      return walkFields({ ...context, data: value, fields: field.fields })
    case 'array':
      return walkRows({
        ...context,
        holder,
        isNeeded: isNeededList(field),
        key,
        keep: (row) => walkFields({ ...context, data: row, fields: field.fields }),
      })
    case 'blocks':
      return walkRows({
        ...context,
        holder,
        isNeeded: isNeededList(field),
        key,
        keep: (row) => walkBlock({ ...context, data: row }),
      })
    case 'join':
      return walkJoin({ ...context, collection: field.collection, value })
    case 'richText':
      if (isRecord(value)) {
        walkNodes({ ...context, node: value.root })
      }
      return true
    default:
      return true
  }
}

const walkReference = ({
  field,
  holder,
  key,
  siblings,
  ...context
}: Context & Place & { field: ReferenceField; siblings: Record<string, unknown> }): boolean => {
  const before = holder[key]
  const isShown = (value: unknown): boolean =>
    showsReference({ ...context, relationTo: field.relationTo, value })
  if (Array.isArray(before)) {
    const after = before.filter(isShown)
    holder[key] = after
    const isEmptied = before.length > 0 && after.length === 0
    return context.isOwn || !isEmptied || neededReference(field) === null
  }
  const isLost = isPresent(before) && !isShown(before)
  if (isLost) {
    holder[key] = null
  }
  const need = neededReference(field)
  if (context.isOwn || need === null || !(key in holder) || isPresent(holder[key])) {
    return true
  }
  if (need.orElse !== undefined) {
    return !isLost && Boolean(siblings[need.orElse])
  }
  return !isAskedFor({ field, siblings })
}

/** A condition of the form decides whether the field counts: a link to a page needs no study. */
const isAskedFor = ({
  field,
  siblings,
}: {
  field: ReferenceField
  siblings: Record<string, unknown>
}): boolean =>
  field.admin?.condition?.(siblings, siblings, {
    blockData: siblings,
    operation: 'update',
    path: [],
    user: null,
  }) ?? true

/** Whether a reference may stay as it is. Walks what was read along. */
const showsReference = ({
  isOwn,
  relationTo,
  value,
  walk,
}: Context & { relationTo: unknown; value: unknown }): boolean => {
  if (Array.isArray(relationTo)) {
    return (
      !isRecord(value) ||
      showsReference({ isOwn, relationTo: value.relationTo, value: value.value, walk })
    )
  }
  if (typeof relationTo !== 'string' || !isPresent(value)) {
    return isOwn || typeof relationTo === 'string'
  }
  if (isRecord(value)) {
    walkDocument({ collection: relationTo, doc: value, walk })
    return true
  }
  return isOwn || !walk.isHidden({ relationTo, id: String(value) })
}

const walkRows = ({
  holder,
  isNeeded,
  isOwn,
  keep,
  key,
}: Context & Place & { isNeeded: boolean; keep: (row: unknown) => boolean }): boolean => {
  const rows: unknown = holder[key]
  if (!Array.isArray(rows)) {
    return true
  }
  const kept = rows.filter((row) => keep(row) || isOwn)
  if (kept.length === rows.length) {
    return true
  }
  holder[key] = kept
  return kept.length > 0 || !isNeeded
}

const isNeededList = (field: { minRows?: number; required?: boolean }): boolean =>
  field.required === true || (field.minRows ?? 0) > 0

const walkJoin = ({
  collection,
  value,
  ...context
}: Context & { collection: string | string[]; value: unknown }): boolean => {
  if (isRecord(value) && Array.isArray(value.docs)) {
    value.docs = value.docs.filter((one: unknown) =>
      showsReference({ ...context, relationTo: collection, value: one }),
    )
  }
  return true
}

/** The children of a node of rich text, without those that point at what may not be shown. */
const walkNodes = ({ node, ...context }: Context & { node: unknown }): void => {
  if (!isRecord(node) || !Array.isArray(node.children)) {
    return
  }
  const before: unknown[] = node.children
  const after = before.flatMap((child) =>
    // Most of a text is words.
    isRecord(child) && child.type === 'text' ? [child] : shownNode({ ...context, node: child }),
  )
  if (after.length !== before.length || after.some((child, index) => child !== before[index])) {
    node.children = after
  }
}

/** The node, nothing, or what is left of it: a link leaves its text. */
const shownNode = ({ node, ...context }: Context & { node: unknown }): unknown[] => {
  if (!isRecord(node)) {
    return [node]
  }
  walkNodes({ ...context, node })
  const { isOwn } = context
  switch (node.type) {
    case 'link':
    case 'autolink': {
      const fields = isRecord(node.fields) ? node.fields : {}
      return leadsSomewhere({ ...context, fields }) || isOwn
        ? [node]
        : ((node.children as unknown[] | undefined) ?? [])
    }
    case 'relationship':
    case 'upload': {
      const { relationTo, value } = node
      const isShown = isPresent(value) && showsReference({ ...context, relationTo, value })
      return isShown || isOwn ? [node] : []
    }
    case 'block':
    case 'inlineBlock':
      return walkBlock({ ...context, data: node.fields }) || isOwn ? [node] : []
    default:
      return [node]
  }
}

const leadsSomewhere = ({
  fields,
  ...context
}: Context & { fields: Record<string, unknown> }): boolean => {
  const { doc } = fields
  const isInternal = fields.linkType === 'internal'
  if (!isRecord(doc) || !isPresent(doc.value)) {
    return !isInternal
  }
  const isShown = showsReference({ ...context, relationTo: doc.relationTo, value: doc.value })
  if (!isShown && !isInternal) {
    // A link to another site that once was one of ours.
    fields.doc = null
  }
  return isShown || !isInternal
}

/** @returns Whether the block may stay. One of a kind that is not known is not shown to strangers. */
const walkBlock = ({ data, ...context }: Context & { data: unknown }): boolean => {
  const block = isRecord(data) ? blocksBySlug.get(data.blockType) : undefined
  return block !== undefined && walkFields({ ...context, data, fields: block.fields })
}

const blocksBySlug = new Map<unknown, Block>(blocks.map((block) => [block.slug, block]))

const isPresent = (value: unknown): boolean => value !== null && value !== undefined

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
