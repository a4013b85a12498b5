// Tables: one of a single cell is a frame around text, and a first row in bold is its head.
import type { Element, ElementContent, RootContent } from 'hast'
import {
  findAll,
  h,
  isElement,
  mapTree,
  plainText,
} from '../../../../../plugins/importer/exports/convert.ts'

export const plainTables = (nodes: RootContent[]): RootContent[] =>
  mapTree<RootContent>(nodes, (node) => {
    if (!isElement(node, 'table')) {
      return [node]
    }
    const rows = findAll(node.children, ({ tagName }) => tagName === 'tr')
    const cells = rows.map((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')))
    const [only] = cells.flat()
    if (only && cells.flat().length === 1) {
      return [h('div', {}, (only as Element).children)]
    }
    return [hasBoldHead(cells) ? withHead(node, rows[0]!) : node]
  })

const hasBoldHead = ([first, ...rest]: Element[][]): boolean =>
  first !== undefined &&
  rest.length > 0 &&
  first.every((cell) => cell.tagName === 'td' && isBold(cell)) &&
  first.some((cell) => plainText(cell) !== '') &&
  rest.some((row) => !row.every(isBold))

const isBold = (node: Element): boolean =>
  node.children.every(
    (child) =>
      (child.type === 'text' && child.value.trim() === '') ||
      (isElement(child) &&
        (isElement(child, 'b', 'strong', 'br') || plainText(child) === '' || isBold(child))),
  )

const withHead = (node: Element, head: Element): Element => ({
  ...node,
  children: node.children.flatMap((child): ElementContent[] =>
    child === head
      ? [asHead(head)]
      : isElement(child) && child.children.includes(head)
        ? [{ ...child, children: child.children.map((row) => (row === head ? asHead(head) : row)) }]
        : [child],
  ),
})

const asHead = (row: Element): Element => ({
  ...row,
  children: row.children.map((cell) =>
    isElement(cell, 'td') ? { ...cell, tagName: 'th', children: notBold(cell.children) } : cell,
  ),
})

const notBold = (nodes: ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    !isElement(node)
      ? [node]
      : isElement(node, 'b', 'strong')
        ? notBold(node.children)
        : [{ ...node, children: notBold(node.children) }],
  )
