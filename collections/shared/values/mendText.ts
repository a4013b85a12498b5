// The nodes of a text that the admin's form sends, each put right where it is half done.
import { isWebUrl, URL_KINDS } from '../urls.ts'
import { isTag } from './editor.ts'
import { isRecord } from './fault.ts'
import { plainNode } from './plainTexts.ts'

type Context = {
  /** Whether half of a link may wait: nothing is published. */
  isDraft: boolean
  /** The headings that the editor offers, from the highest to the lowest. */
  tags: readonly string[]
  /** The fields of a block or an upload. */
  withoutHalfUrls: (node: Record<string, unknown>) => unknown
}

/** @returns the same list when all of it is whole. */
export const mended = ({
  nodes,
  parent,
  ...context
}: Context & { nodes: unknown[]; parent: string }): unknown[] => {
  const after = nodes.flatMap((node) => mend({ ...context, node, parent }))
  return after.length === nodes.length && after.every((node, index) => node === nodes[index])
    ? nodes
    : after
}

const mend = ({
  node,
  parent,
  ...context
}: Context & { node: unknown; parent: string }): unknown[] => {
  if (!isRecord(node)) {
    return [node]
  }
  if (node.type === 'upload' && isRecord(node.pending)) {
    return standIn(node.pending.src, parent)
  }
  // Colours and styles come along with what somebody copies, and nobody could find them to take them away.
  const own = mendOwn({ ...context, node: plainNode(node) })
  if (!Array.isArray(own.children)) {
    return [own]
  }
  const children = mended({ ...context, nodes: own.children, parent: String(own.type) })
  return [children === own.children ? own : { ...own, children }]
}

/** Without what stands in it. */
const mendOwn = ({
  isDraft,
  node,
  tags,
  withoutHalfUrls,
}: Context & { node: Record<string, unknown> }): Record<string, unknown> => {
  const { fields, tag, type } = node
  if (type === 'heading') {
    return isTag(tag) && !tags.includes(tag) ? { ...node, tag: nearest(tag, tags) } : node
  }
  if (type === 'link' || type === 'autolink') {
    const url = isRecord(fields) ? fields.url : undefined
    const isHalf = typeof url === 'string' && url !== '' && !URL_KINDS.text.is(url)
    return isHalf && isDraft ? { ...node, fields: { ...(fields as object), url: '' } } : node
  }
  if (type === 'block' || type === 'inlineBlock' || type === 'upload') {
    const whole = withoutHalfUrls(node)
    return whole === fields ? node : { ...node, fields: whole }
  }
  return node
}

/** A title that was pasted becomes the highest heading that there is here. */
const nearest = (tag: string, tags: readonly string[]): string => {
  const level = (one: string): number => Number(one.slice(1))
  return [...tags].sort(
    (a, b) => Math.abs(level(a) - level(tag)) - Math.abs(level(b) - level(tag)),
  )[0]!
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

export const paragraph = (children: unknown[]) => ({
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
