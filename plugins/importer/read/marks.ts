/** Puts the template calls back into the parsed tree, as elements or, inside code, as their source. */
import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'

import type { Remark } from '../types.ts'
import type { TemplateCall } from './templates.ts'

import { isElement, mapTree, property, textNode } from './hast.ts'
import { expandCall } from './includes.ts'
import { MARK_CLOSE, MARK_OPEN } from './templates.ts'

const MARK = new RegExp(`${MARK_OPEN}(\\d+)${MARK_CLOSE}`, 'g')

export const restoreCalls = ({
  calls,
  root,
}: {
  calls: TemplateCall[]
  root: Root
}): { root: Root; remarks: Remark[] } => {
  const remarks: Remark[] = []
  const children = mapTree<RootContent>(root.children, (node, parents) => {
    if (node.type === 'text') {
      return isCode(parents)
        ? [textNode(sourceOf(node.value, calls))]
        : split(node.value, calls, remarks)
    }
    if (isElement(node)) {
      if (node.properties['dataCall'] !== undefined) {
        const call = calls[Number(property(node, 'dataCall'))]
        return call ? expandCall({ call, children: node.children, remarks }) : node.children
      }
      const properties = withoutMarks(node.properties, calls)
      return properties['dataComponent'] === undefined
        ? [{ ...node, properties }]
        : expandCall({
            call: componentCall({ ...node, properties }),
            children: node.children,
            remarks,
          })
    }
    return [node]
  })
  return { remarks, root: { ...root, children } }
}

const componentCall = (node: Element): TemplateCall => {
  const { dataComponent, ...attributes } = node.properties
  const named = Object.fromEntries(
    Object.keys(attributes).map((name) => [name.toLowerCase(), property(node, name)]),
  )
  return {
    name: String(dataComponent),
    named,
    positional: [],
    source: `<${String(dataComponent)}>`,
  }
}

const split = (value: string, calls: TemplateCall[], remarks: Remark[]): ElementContent[] => {
  const parts: ElementContent[] = []
  let at = 0
  for (const match of value.matchAll(MARK)) {
    if (match.index > at) {
      parts.push(textNode(value.slice(at, match.index)))
    }
    at = match.index + match[0].length
    const call = calls[Number(match[1])]
    if (call) {
      parts.push(...expandCall({ call, remarks }))
    }
  }
  if (at < value.length) {
    parts.push(textNode(value.slice(at)))
  }
  return parts
}

const sourceOf = (value: string, calls: TemplateCall[]): string =>
  value.replace(MARK, (_, index: string) => calls[Number(index)]?.source ?? '')

/** Inside an attribute only an address makes sense. */
const withoutMarks = (properties: Properties, calls: TemplateCall[]): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? decodeMarks(value).replace(
            MARK,
            (_, index: string) => calls[Number(index)]?.positional[0] ?? '',
          )
        : value,
    ]),
  )

/** Markdown percent-encodes link addresses, our marks included. */
const decodeMarks = (value: string): string =>
  value.replace(/%EE%80%80/gi, MARK_OPEN).replace(/%EE%80%81/gi, MARK_CLOSE)

const isCode = (parents: Element[]): boolean =>
  parents.some(({ tagName }) => tagName === 'code' || tagName === 'pre')
