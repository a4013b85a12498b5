// Rich text that Lexical opens, with the nodes that this field's editor has.
import type { LexicalRichTextAdapter } from '@payloadcms/richtext-lexical'
import type { FlattenedField, PayloadRequest } from 'payload'
import { isUuid } from '../isUuid.ts'
import { URL_KINDS } from '../urls.ts'
import { enabledFor, fieldsOfNode, headingsOf, isTag, typeOf } from './editor.ts'
import { faultAt, isRecord, short, type Fault, type Place } from './fault.ts'
import { LOOKED_AT, NODES, type NodeKind } from './nodes.ts'
import { unstorableIn, UNSTORABLE_SENTENCE } from './text.ts'

/** Nobody reads a list within a list this often, and no page is wide enough. */
export const MOST_LISTS = 20

/** Payload and the sites walk down a text by recursion. */
export const MOST_LEVELS = 100

/** Payload's and Lexical's own, whatever an editor offers. */
const ALWAYS = ['root', 'text', 'linebreak', 'tab', 'paragraph']

export type FaultsOfFields = (args: {
  at: Place
  data: unknown
  fields: FlattenedField[]
}) => Generator<Fault>

type Walk = {
  /** Of the fields in blocks and uploads. */
  faultsOfFields: FaultsOfFields
  fieldsOf: (node: Record<string, unknown>) => FlattenedField[] | undefined
  /** Whether the text was stored before: then what the editor opens may come back, whatever it offers now. */
  isStored: boolean
  linked: readonly string[]
  /** The headings that the editor offers. */
  tags: readonly string[]
  types: ReadonlySet<string>
  uploaded: readonly string[]
}

export function* faultsOfRichText({
  at: { field, path },
  editor,
  faultsOfFields,
  isStored = false,
  req,
  value,
}: {
  at: Omit<Place, 'code'>
  editor: LexicalRichTextAdapter
  faultsOfFields: FaultsOfFields
  isStored?: boolean
  req: PayloadRequest
  value: unknown
}): Generator<Fault> {
  const at: Place = { code: 'malformed_rich_text', field, path }
  if (!isRecord(value) || !isRecord(value.root)) {
    yield faultAt(
      at,
      'holds rich text: an object with “root”, as the editor writes it. Read a document to see one.',
    )
    return
  }
  const { root, ...beside } = value
  yield* faultsOfText(at, beside)
  const within: Place = { ...at, path: `${path}.root` }
  if (root.type !== 'root') {
    yield faultAt(within, 'is the node of type “root”.')
    return
  }
  if (Array.isArray(root.children) && root.children.length === 0) {
    yield faultAt(within, 'holds at least one paragraph. Write null for no text at all.')
    return
  }
  const walk = walkOf({ editor, faultsOfFields, isStored, req })
  yield* faultsOfNode({ at: within, level: 0, lists: 0, node: root, walk })
}

type NodeArgs = {
  at: Place
  level: number
  /** How many lists the node stands in. */
  lists: number
  node: Record<string, unknown>
  walk: Walk
}

function* faultsOfNode({ at, level, lists, node, walk }: NodeArgs): Generator<Fault> {
  const type = node.type as string
  const kind = NODES[type] ?? OTHER
  if (type === 'heading' && !walk.isStored && isTag(node.tag) && !walk.tags.includes(node.tag)) {
    const offered = walk.tags.map((tag) => `“${tag}”`).join(', ')
    yield faultAt(at, `needs one of ${offered} as “tag”, and has “${node.tag}”.`)
  }
  for (const [name, attribute] of Object.entries(kind.attributes)) {
    const value = node[name]
    if (value === undefined ? attribute.isNeeded : !attribute.is(value)) {
      yield faultAt(at, `needs ${attribute.name} as “${name}”, and has ${said(value)}.`)
    }
  }
  if (node.$slots !== undefined) {
    yield faultAt(at, 'has “$slots”, which no node here has. Leave them out.')
  }
  const own = Object.entries(node).filter(([name]) => !LOOKED_AT.has(name))
  yield* faultsOfText(at, Object.fromEntries(own))
  yield* faultsOfContent({ at, node, walk })
  if (!kind.holds) {
    if (node.children !== undefined && kind !== OTHER) {
      yield faultAt(at, `is a “${type}”, which holds no other nodes. Leave “children” out.`)
    }
    return
  }
  if (!Array.isArray(node.children)) {
    yield faultAt(at, `needs “children”, a list of nodes, and has ${said(node.children)}.`)
    return
  }
  const deeper = { level: level + 1, lists: lists + (type === 'list' ? 1 : 0) }
  if (deeper.level > MOST_LEVELS || deeper.lists > MOST_LISTS) {
    yield faultAt(
      at,
      deeper.lists > MOST_LISTS
        ? `is a list within ${MOST_LISTS} others. Move it out a few levels.`
        : `is nested more than ${MOST_LEVELS} levels deep. Move it out a few levels.`,
    )
    return
  }
  for (const [index, child] of (node.children as unknown[]).entries()) {
    const place: Place = { ...at, path: `${at.path}.children.${index}` }
    const misplaced = misplacedIn({ child, kind: kind.holds, parent: type, walk })
    if (misplaced !== undefined) {
      yield faultAt(place, misplaced)
    } else {
      yield* faultsOfNode({ ...deeper, at: place, node: child as Record<string, unknown>, walk })
    }
  }
}

const misplacedIn = ({
  child,
  kind,
  parent,
  walk,
}: {
  child: unknown
  kind: NonNullable<NodeKind['holds']>
  parent: string
  walk: Walk
}): string | undefined => {
  if (!isRecord(child) || typeof child.type !== 'string') {
    return `is a node, an object with a “type”, and has ${said(child)}.`
  }
  if (!walk.types.has(child.type)) {
    return `is a “${short(child.type)}”, which the editor of this field does not have. Use ${[...walk.types].filter((type) => type !== 'root').join(', ')}.`
  }
  return kind.may(child.type)
    ? undefined
    : `is a “${child.type}” in a “${parent}”, which holds ${kind.name}.`
}

/** Of what a node is about: the fields of a block, the file of an upload, where a link leads. */
function* faultsOfContent({
  at,
  node,
  walk,
}: Pick<NodeArgs, 'at' | 'node' | 'walk'>): Generator<Fault> {
  switch (node.type) {
    case 'link':
    case 'autolink':
      if (isRecord(node.fields)) {
        yield* faultsOfLink({ at, fields: node.fields, walk })
      }
      return
    case 'upload':
      yield* faultsOfUpload({ at, node, walk })
      break
    case 'block':
    case 'inlineBlock':
      if (isRecord(node.fields) && walk.fieldsOf(node) === undefined) {
        yield faultAt(
          at,
          `is a block of type “${short(node.fields.blockType)}”, which the editor of this field does not have.`,
        )
        return
      }
      break
    default:
  }
  if (isRecord(node.fields)) {
    const within: Place = { ...at, path: `${at.path}.fields` }
    const { id } = node.fields
    if (id !== undefined && id !== null && typeof id !== 'string') {
      yield faultAt(within, `needs a text as “id”, and has ${said(id)}.`)
    }
    yield* faultsOfText(within, node.fields)
    yield* walk.faultsOfFields({
      at: within,
      data: node.fields,
      fields: walk.fieldsOf(node) ?? [],
    })
  }
}

function* faultsOfLink({
  at,
  fields,
  walk,
}: {
  at: Place
  fields: Record<string, unknown>
  walk: Walk
}): Generator<Fault> {
  yield* faultsOfText({ ...at, path: `${at.path}.fields` }, fields)
  const { doc, linkType = 'custom', newTab, url } = fields
  if (linkType !== 'custom' && linkType !== 'internal') {
    yield faultAt(
      at,
      `needs “custom” or “internal” as “fields.linkType”, and has ${said(linkType)}.`,
    )
    return
  }
  if (newTab !== undefined && newTab !== null && typeof newTab !== 'boolean') {
    yield faultAt(at, `needs true or false as “fields.newTab”, and has ${said(newTab)}.`)
  }
  // Pasted from a page, a link may have an empty one. It can be saved, and not be published.
  if (linkType === 'custom' ? typeof url !== 'string' : isPresent(url) && typeof url !== 'string') {
    yield faultAt(at, `is a link and needs a URL as “fields.url”, and has ${said(url)}.`)
  } else if (!walk.isStored && typeof url === 'string' && url !== '' && !URL_KINDS.text.is(url)) {
    yield faultAt(at, `needs ${URL_KINDS.text.name}, as “fields.url”, and has ${said(url)}.`)
  }
  if (!isPresent(doc) || (isRecord(doc) && !isPresent(doc.value))) {
    return
  }
  if (!isRecord(doc) || !walk.linked.includes(doc.relationTo as string)) {
    yield faultAt(
      at,
      `needs {"relationTo": …, "value": …} as “fields.doc”, with one of ${walk.linked.join(', ')}.`,
    )
    return
  }
  putId(doc, 'value')
  if (!isUuid(doc.value)) {
    yield faultAt(
      at,
      `needs the id of a document as “fields.doc.value”, and has ${said(doc.value)}.`,
    )
  }
}

function* faultsOfUpload({
  at,
  node,
  walk,
}: Pick<NodeArgs, 'at' | 'node' | 'walk'>): Generator<Fault> {
  if (isPresent(node.pending)) {
    yield faultAt(at, 'is an upload that is under way. Upload the file first, and write its id.')
    return
  }
  if (typeof node.relationTo === 'string' && !walk.uploaded.includes(node.relationTo)) {
    yield faultAt(at, `needs one of ${walk.uploaded.join(', ')} as “relationTo”.`)
  }
  putId(node, 'value')
  if (!isUuid(node.value)) {
    yield faultAt(at, `needs the id of a file as “value”, and has ${said(node.value)}.`)
  }
}

/** A document that was read along stands for its id, as in fields. The editor looks for an id. */
export const putId = (holder: Record<string, unknown>, key: string): void => {
  const value = holder[key]
  if (isRecord(value) && isUuid(value.id)) {
    holder[key] = value.id
  }
}

function* faultsOfText(at: Place, value: unknown): Generator<Fault> {
  const below = unstorableIn(value)
  if (below !== undefined) {
    yield faultAt({ ...at, path: `${at.path}${below}` }, UNSTORABLE_SENTENCE)
  }
}

/** Of a node that an editor has and NODES does not know. */
const OTHER: NodeKind = { attributes: {} }

const walkOf = ({
  editor,
  faultsOfFields,
  isStored,
  req,
}: Pick<Walk, 'faultsOfFields' | 'isStored'> & {
  editor: LexicalRichTextAdapter
  req: PayloadRequest
}): Walk => {
  const { editorConfig } = editor
  const { nodes } = editorConfig.features
  return {
    faultsOfFields,
    fieldsOf: (node) => fieldsOfNode({ editor, node, req }),
    isStored,
    linked: enabledFor({ editorConfig, key: 'link' }),
    tags: headingsOf(editor),
    types: new Set([...ALWAYS, ...nodes.map(typeOf)]),
    uploaded: enabledFor({ editorConfig, key: 'upload' }),
  }
}

const isPresent = (value: unknown): boolean => value !== undefined && value !== null

const said = (value: unknown): string =>
  value === undefined ? 'none' : value === '' ? 'an empty text' : `“${short(value)}”`
