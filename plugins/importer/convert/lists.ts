/**
 * Lists. A Lexical list item holds inline content and nested lists only: a picture or a code block
 * inside one ends the list, stands by itself, and the list goes on with the right number.
 */
import type { Element } from 'hast'

import type { ConvertContext, Piece } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { classesOf, isElement, property, textOf } from '../read/hast.ts'
import { isDownloads, tidyInline } from './inline.ts'
import { childrenOf, linebreak, list, listItem } from './nodes.ts'

type Entry =
  | { item: { children: LexicalNode[]; checked?: boolean } }
  | { nested: LexicalNode }
  | { block: LexicalNode }
type ToPieces = (nodes: Element['children'], context: ConvertContext) => Piece[]

const MOST_LEVELS = 8

export const convertList = ({
  context,
  level = 0,
  node,
  toPieces,
}: {
  context: ConvertContext
  level?: number
  node: Element
  toPieces: ToPieces
}): LexicalNode[] => {
  const isTaskList =
    /contains-task-list/.test(classesOf(node)) ||
    node.children.some((child) => isElement(child, 'li') && checkboxOf(child) !== undefined)
  const listType = isTaskList ? 'check' : node.tagName === 'ol' ? 'number' : 'bullet'
  const entries = node.children.flatMap((child): Entry[] => {
    if (isElement(child, 'li')) {
      return itemEntries({ context, isTaskList, level, node: child, toPieces })
    }
    if (isElement(child, 'ul', 'ol')) {
      // Not allowed by the standard, written all the time.
      return convertList({ context, level: level + 1, node: child, toPieces }).map(asNested)
    }
    return isElement(child) || textOf(child).trim() !== ''
      ? itemEntries({
          context,
          isTaskList,
          level,
          node: { children: [child], properties: {}, tagName: 'li', type: 'element' },
          toPieces,
        })
      : []
  })

  const result: LexicalNode[] = []
  const first = Number.parseInt(property(node, 'start'), 10)
  let value = Number.isSafeInteger(first) && first > 0 && first < 100_000 ? first : 1
  let items: LexicalNode[] = []
  const after: LexicalNode[] = []
  let start = value
  const flush = (): void => {
    if (items.length > 0) {
      result.push(list({ children: items, listType, start: listType === 'number' ? start : 1 }))
    }
    items = []
    start = value
  }
  for (const entry of entries) {
    if ('block' in entry && isDownloads(entry.block)) {
      after.push(entry.block)
    } else if ('block' in entry) {
      flush()
      result.push(entry.block)
    } else if ('nested' in entry) {
      // Lexical keeps a nested list in an item of its own, which is not counted.
      items.push(
        listItem({
          checked: isTaskList ? false : undefined,
          children: [entry.nested],
          indent: level,
          value,
        }),
      )
    } else {
      items.push(listItem({ ...entry.item, indent: level, value }))
      value++
    }
  }
  flush()
  return [...result, ...after]
}

const itemEntries = ({
  context,
  isTaskList,
  level,
  node,
  toPieces,
}: {
  context: ConvertContext
  isTaskList: boolean
  level: number
  node: Element
  toPieces: ToPieces
}): Entry[] => {
  const entries: Entry[] = []
  const checked = isTaskList ? checkboxOf(node) === true : undefined
  let run: LexicalNode[] = []
  const flush = (): void => {
    const children = tidyInline(run)
    if (children.length > 0) {
      entries.push({ item: { checked, children } })
    }
    run = []
  }
  for (const child of node.children) {
    if (isElement(child, 'input')) {
      continue
    }
    if (isElement(child, 'ul', 'ol')) {
      flush()
      entries.push(
        ...(level < MOST_LEVELS
          ? convertList({ context, level: level + 1, node: child, toPieces }).map(asNested)
          : flattened(child, context, toPieces)),
      )
      continue
    }
    for (const piece of toPieces([child], context)) {
      if ('inline' in piece) {
        run.push(piece.inline)
      } else if (piece.block.type === 'paragraph' || piece.block.type === 'heading') {
        // A second paragraph of the same item.
        run.push(
          ...(tidyInline(run).length > 0 ? [linebreak(), linebreak()] : []),
          ...childrenOf(piece.block),
        )
      } else if (piece.block.type === 'list') {
        flush()
        entries.push({ nested: indented(piece.block, level + 1) })
      } else {
        if (!isDownloads(piece.block)) {
          flush()
        }
        entries.push({ block: piece.block })
      }
    }
  }
  flush()
  return entries
}

const flattened = (node: Element, context: ConvertContext, toPieces: ToPieces): Entry[] => {
  const children = tidyInline(
    toPieces(
      node.children.flatMap((child) => (isElement(child) ? child.children : [])),
      context,
    ).flatMap((piece) =>
      'inline' in piece
        ? [piece.inline]
        : childrenOf(piece.block).filter(({ type }) => type === 'text' || type === 'link'),
    ),
  )
  return children.length > 0 ? [{ item: { children } }] : []
}

/** A list that came out of a wrapper (a `div` in an item) was counted from the margin. */
const indented = (node: LexicalNode, by: number): LexicalNode => ({
  ...node,
  ...(node.type === 'listitem' ? { indent: Number(node['indent']) + by } : {}),
  ...('children' in node ? { children: childrenOf(node).map((child) => indented(child, by)) } : {}),
})

const asNested = (node: LexicalNode): Entry =>
  node.type === 'list' ? { nested: node } : { block: node }

const checkboxOf = (item: Element): boolean | undefined => {
  for (const child of item.children) {
    const input = isElement(child, 'input')
      ? child
      : isElement(child, 'p', 'label')
        ? child.children.find((inner): inner is Element => isElement(inner, 'input'))
        : undefined
    if (input && property(input, 'type') === 'checkbox') {
      return input.properties['checked'] !== undefined && input.properties['checked'] !== false
    }
  }
  return undefined
}
