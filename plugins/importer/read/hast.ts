/** Small helpers over hast trees. */
import type { Element, ElementContent, Properties, RootContent, Text } from 'hast'

export type HastNode = ElementContent | RootContent

export const h = (
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] = [],
): Element => ({
  children,
  properties,
  tagName,
  type: 'element',
})

export const textNode = (value: string): Text => ({ type: 'text', value })

export const isElement = <Name extends string>(
  node: HastNode | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName as Name))

/** The text that a person would read, spaces as they are. */
export const textOf = (node: HastNode): string => {
  if (node.type === 'text') {
    return node.value
  }
  if (node.type !== 'element') {
    return ''
  }
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('')
}

export const plainText = (node: HastNode): string => textOf(node).replace(/\s+/g, ' ').trim()

export const property = (node: Element, name: string): string => {
  const value = node.properties[name]
  return Array.isArray(value)
    ? value.join(' ')
    : value === null || value === undefined || value === false
      ? ''
      : String(value)
}

export const classesOf = (node: Element): string => property(node, 'className').toLowerCase()

export const find = (
  nodes: HastNode[],
  matches: (element: Element) => boolean,
): Element | undefined => {
  for (const node of nodes) {
    if (node.type === 'element') {
      const found = matches(node) ? node : find(node.children, matches)
      if (found) {
        return found
      }
    }
  }
  return undefined
}

export const findAll = (nodes: HastNode[], matches: (element: Element) => boolean): Element[] =>
  nodes.flatMap((node) =>
    node.type === 'element'
      ? [...(matches(node) ? [node] : []), ...findAll(node.children, matches)]
      : [],
  )

/** Replaces nodes bottom-up; the function returns what stands in a node's place. */
export const mapTree = <T extends HastNode>(
  nodes: T[],
  change: (node: T, parents: Element[]) => T[],
  parents: Element[] = [],
): T[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') {
      return change(node, parents)
    }
    const children = mapTree(node.children as T[], change, [...parents, node]) as ElementContent[]
    return change({ ...node, children }, parents)
  })
