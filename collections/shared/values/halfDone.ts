// What the editor itself has for a moment and cannot open again: a picture that is being uploaded, and a text
// without a single paragraph. The admin's form saves at any moment, so there both are put right before they
// are stored, and nothing that was typed waits for them. A program is told to write it whole.
import type { FlattenedField } from 'payload'
import { isWebUrl } from '../urls.ts'
import { isRecord } from './fault.ts'

/** A rich text as it was sent, and where. */
export type Sent = { path: string[]; value: unknown }

/**
 * Puts the rich texts of a form right. A picture that was pasted from a page and is not here yet becomes a link
 * to it, so that its place and its address are kept; one that only the browser has is left out until it is
 * uploaded.
 *
 * @param data Is changed.
 * @returns those that were, as they had been
 */
export const putRight = ({ data, fields }: { data: unknown; fields: FlattenedField[] }): Sent[] => {
  const sent: Sent[] = []
  for (const { holder, key, path } of richTextsIn({ data, fields, path: [] })) {
    const value = holder[key]
    const root = isRecord(value) ? value.root : undefined
    if (!isRecord(root) || !Array.isArray(root.children)) {
      continue
    }
    const children = withoutPending(root.children, 'root')
    const whole = children.length > 0 ? children : [paragraph([])]
    if (whole !== root.children) {
      sent.push({ path, value })
      holder[key] = { ...(value as object), root: { ...root, children: whole } }
    }
  }
  return sent
}

/**
 * The answer to a save while somebody types has the texts as they were sent: with others the form would make
 * its editor anew, and the upload under way would have nowhere to go.
 */
export const asSent = <Doc>({ doc, sent }: { doc: Doc; sent: Sent[] }): Doc => {
  for (const { path, value } of sent) {
    const holder = path.slice(0, -1).reduce<unknown>((at, name) => step(at, name), doc)
    const key = path.at(-1)
    if (isRecord(holder) && key !== undefined && isRecord(holder[key])) {
      holder[key] = value
    }
  }
  return doc
}

const step = (at: unknown, name: string): unknown =>
  typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined

type Spot = { holder: Record<string, unknown>; key: string; path: string[] }

function* richTextsIn({
  data,
  fields,
  path,
}: {
  data: unknown
  fields: FlattenedField[]
  path: string[]
}): Generator<Spot> {
  if (!isRecord(data)) {
    return
  }
  for (const field of fields) {
    const value = data[field.name]
    const at = [...path, field.name]
    if (field.type === 'richText') {
      yield { holder: data, key: field.name, path: at }
    } else if (field.type === 'group' || field.type === 'tab') {
      yield* richTextsIn({ data: value, fields: field.flattenedFields, path: at })
    } else if (field.type === 'array' && Array.isArray(value)) {
      for (const [index, row] of value.entries()) {
        yield* richTextsIn({
          data: row,
          fields: field.flattenedFields,
          path: [...at, String(index)],
        })
      }
    }
  }
}

/** @returns the same list when nothing in it is pending. */
const withoutPending = (nodes: unknown[], parent: string): unknown[] => {
  const after = nodes.flatMap((node) => {
    if (!isRecord(node)) {
      return [node]
    }
    if (node.type === 'upload' && isRecord(node.pending)) {
      return standIn(node.pending.src, parent)
    }
    if (!Array.isArray(node.children)) {
      return [node]
    }
    const children = withoutPending(node.children, String(node.type))
    return children === node.children ? [node] : [{ ...node, children }]
  })
  return after.length === nodes.length && after.every((node, index) => node === nodes[index])
    ? nodes
    : after
}

const HOLDS_BLOCKS = new Set(['root', 'tablecell'])

/** What stands in the place of a picture at `src`. */
const standIn = (src: unknown, parent: string): unknown[] => {
  if (typeof src !== 'string' || src.length > 2_000 || !isWebUrl(src)) {
    return []
  }
  if (parent === 'link' || parent === 'autolink') {
    return [text(src)]
  }
  const link = {
    ...ELEMENT,
    type: 'link',
    version: 3,
    fields: { linkType: 'custom', newTab: false, url: src },
    children: [text(src)],
  }
  return [HOLDS_BLOCKS.has(parent) ? paragraph([link]) : link]
}

const ELEMENT = { direction: null, format: '', indent: 0, version: 1 }

const paragraph = (children: unknown[]) => ({
  ...ELEMENT,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children,
})

const text = (value: string) => ({
  type: 'text',
  version: 1,
  text: value,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
})
