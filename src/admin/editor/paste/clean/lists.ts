// Lists of programs that draw them themselves: Word for the web has one list for each point, with its level
// beside it; Google's and Notion's boxes to tick are pictures and signs.
import type { Element, ElementContent, RootContent } from 'hast'
import {
  h,
  isElement,
  mapTree,
  property,
  textNode,
} from '../../../../../plugins/importer/exports/convert.ts'
import { listsOf, type Line } from './outline.ts'

export const wholeLists = (nodes: RootContent[]): RootContent[] => {
  const ticked = mapTree<RootContent>(nodes, (node) =>
    isElement(node, 'li') ? [withBox(node)] : [node],
  )
  const split = mapTree<RootContent>(ticked, (node) =>
    isElement(node, 'ul', 'ol') ? splitByBoxes(node) : [node],
  )
  const joined = mapTree<RootContent>(split, (node) =>
    isElement(node) ? [{ ...node, children: joinSingle(node.children) }] : [node],
  )
  return joinSingle(joined)
}

/** Points with a box and others are lists of their own; Markdown takes them for one. */
const splitByBoxes = (list: Element): Element[] => {
  const items = list.children.filter((child) => isElement(child))
  const boxes = items.filter(hasBox).length
  if (boxes === 0 || boxes === items.length) {
    return [list]
  }
  const lists: Element[] = []
  for (const item of items) {
    const last = lists.at(-1)
    const isNested = item.tagName !== 'li'
    if (last && (isNested || hasBox(last.children[0] as Element) === hasBox(item))) {
      last.children.push(item)
    } else {
      lists.push(h(list.tagName, {}, [item]))
    }
  }
  return lists
}

const hasBox = (item: Element): boolean =>
  item.children.some(
    (child) =>
      isElement(child, 'input') ||
      (isElement(child, 'p', 'label') && child.children.some((inner) => isElement(inner, 'input'))),
  )

const joinSingle = <T extends RootContent>(nodes: T[]): T[] => {
  const result: T[] = []
  let lines: Line[] = []
  let single: T[] = []
  const flush = (): void => {
    result.push(...(lines.length > 1 ? (listsOf(lines) as T[]) : single))
    lines = []
    single = []
  }
  for (const node of nodes) {
    const line = isElement(node) ? singleLine(node) : undefined
    if (line) {
      lines.push(line)
      single.push(node)
    } else if (lines.length === 0 || node.type !== 'text' || node.value.trim() !== '') {
      flush()
      result.push(node)
    }
  }
  flush()
  return result
}

/** A list of one point, alone in its wrapper or not, that knows its level. */
const singleLine = (node: Element): Line | undefined => {
  const elements = node.children.filter((child) => isElement(child))
  const [only] = elements
  if (node.tagName === 'div' && elements.length === 1 && only && isElement(only, 'ul', 'ol')) {
    return singleLine(only)
  }
  if ((node.tagName !== 'ul' && node.tagName !== 'ol') || !only || elements.length !== 1) {
    return undefined
  }
  const level = Number(property(only, 'dataAriaLevel'))
  return only.tagName === 'li' && level >= 1
    ? {
        children: only.children,
        isOrdered: node.tagName === 'ol',
        level,
        list: property(only, 'dataListid'),
        start: Number(property(node, 'start')) || undefined,
      }
    : undefined
}

const withBox = (node: Element): Element => {
  const role = property(node, 'role')
  if (role === 'checkbox' || role === 'menuitemcheckbox') {
    return ticked(
      node.children.filter(
        (child) =>
          !(isElement(child, 'img') && property(child, 'ariaRoleDescription') === 'checkbox'),
      ),
      property(node, 'ariaChecked') === 'true',
    )
  }
  const first = firstText(node)
  const [mark, sign] = /^\s*\[([ xX\u00a0])\]\s+/.exec(first) ?? []
  return mark === undefined
    ? node
    : ticked(withoutStart(node.children, mark.length), sign?.toLowerCase() === 'x')
}

const ticked = (children: ElementContent[], isTicked: boolean): Element =>
  h('li', {}, [
    h('input', { type: 'checkbox', ...(isTicked ? { checked: true } : {}) }),
    ...children,
  ])

const firstText = (node: Element): string => {
  const [first] = node.children
  return first?.type === 'text'
    ? first.value
    : isElement(first, 'p', 'span')
      ? firstText(first)
      : ''
}

const withoutStart = ([first, ...rest]: ElementContent[], length: number): ElementContent[] =>
  first?.type === 'text'
    ? [textNode(first.value.slice(length)), ...rest]
    : isElement(first)
      ? [{ ...first, children: withoutStart(first.children, length) }, ...rest]
      : rest
