// What was copied from a text of another tenant: its words and blocks as they are, without what exists only there. Its
// pictures are copied along when this person may see them; links to its documents become words.
import { placeholder } from '../placeholder.ts'
import type { LexicalNode } from '../../../../../plugins/importer/exports/convert.ts'
import type { PastedImage } from './imageFiles.ts'
import type { Pasted } from './nodes.ts'

type Words = { missing: (name: string) => string }

/** What this person may know about a file of the other tenant. */
export type Shown = { alt: string; name: string; src: string }

export type FromElsewhere = Pick<Pasted, 'images' | 'nodes'> & {
  /** Whether something stayed behind. */
  isLess: boolean
}

type Context = {
  images: PastedImage[]
  isLess: boolean
  newId: () => string
  shown: ReadonlyMap<string, Shown>
  words: Words
}

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the editor wrote onto the clipboard; null when it is not to be read. */
export const nodesOf = (own: string): LexicalNode[] | null => {
  try {
    const { nodes } = JSON.parse(own) as { nodes?: unknown }
    return Array.isArray(nodes) && nodes.every(isObject) ? (nodes as LexicalNode[]) : null
  } catch {
    return null
  }
}

/** The files that stand in the text itself, by id. */
export const filesIn = (nodes: readonly LexicalNode[]): string[] =>
  nodes.flatMap((node) => [
    ...(node.type === 'upload' && isId(node.value) ? [String(node.value)] : []),
    ...filesIn((node.children ?? []) as LexicalNode[]),
  ])

/** @param shown of `filesIn`, as far as this person may see them */
export const fromElsewhere = (
  nodes: readonly LexicalNode[],
  shown: ReadonlyMap<string, Shown>,
  words: Words,
  newId: () => string,
): FromElsewhere => {
  const context: Context = { images: [], isLess: false, newId, shown, words }
  const kept = nodes.flatMap((node) => keep(node, context))
  return { images: context.images, isLess: context.isLess, nodes: kept }
}

const keep = (node: LexicalNode, context: Context): LexicalNode[] => {
  const children = ((node.children ?? []) as LexicalNode[]).flatMap((child) => keep(child, context))
  switch (node.type) {
    case 'upload':
      return [placeOf(node, context)]
    case 'relationship':
      context.isLess = true
      return []
    case 'link':
    case 'autolink': {
      const isInternal =
        (node.fields as { linkType?: unknown } | undefined)?.linkType === 'internal'
      context.isLess ||= isInternal
      return isInternal ? children : [{ ...node, children }]
    }
    case 'block':
    case 'inlineBlock': {
      const fields = Object.entries((node.fields ?? {}) as Record<string, unknown>).map(
        ([name, value]) => [name, name === 'id' ? value : without(value, context)] as const,
      )
      return [{ ...node, fields: Object.fromEntries(fields) }]
    }
    default:
      return [node.children === undefined ? node : { ...node, children }]
  }
}

const placeOf = (node: LexicalNode, { images, newId, shown, words }: Context): LexicalNode => {
  const { alt, name, src } = shown.get(String(node.value)) ?? { alt: '', name: 'image', src: '' }
  const image = { alt, id: newId(), name, src }
  images.push(image)
  const caption = (node.fields as { caption?: unknown } | undefined)?.caption
  return placeholder({
    alt,
    ...(typeof caption === 'string' && caption !== '' ? { caption } : {}),
    id: image.id,
    name,
    text: words.missing(name),
  })
}

/** A value of a block. A row that pointed at something goes with it. */
const without = (value: unknown, context: Context): unknown => {
  if (isId(value) || isReference(value)) {
    context.isLess = true
    return null
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown) =>
      pointsAt(one) ? lose(context) : [without(one, context)],
    )
  }
  if (!isObject(value)) {
    return value
  }
  if (isObject(value.root)) {
    // A text within a block has no place that waits for a picture.
    const kept = ((value.root.children ?? []) as LexicalNode[]).flatMap((node) =>
      node.type === 'upload' ? lose(context) : keep(node, context),
    )
    return { ...value, root: { ...value.root, children: kept } }
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === 'id' ? one : without(one, context)]),
  )
}

const lose = (context: Context): never[] => {
  context.isLess = true
  return []
}

const isReference = (value: unknown): boolean =>
  isObject(value) && typeof value.relationTo === 'string' && 'value' in value

const pointsAt = (row: unknown): boolean =>
  isId(row) ||
  isReference(row) ||
  (isObject(row) &&
    Object.entries(row).some(
      ([name, value]) => name !== 'id' && (isId(value) || isReference(value)),
    ))
