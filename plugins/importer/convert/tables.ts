/** Tables: every row gets the same number of cells, header cells keep their state. */
import type { Element } from 'hast'

import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { findAll, isElement, property } from '../read/hast.ts'
import { paragraph, table, tableCell, tableRow } from './nodes.ts'

const HEADER_ROW = 1
const HEADER_COLUMN = 2

export const convertTable = ({
  context,
  node,
  toBlocks,
}: {
  context: ConvertContext
  node: Element
  toBlocks: (nodes: Element['children'], context: ConvertContext) => LexicalNode[]
}): LexicalNode[] => {
  const caption = node.children.find((child): child is Element => isElement(child, 'caption'))
  const rows = rowsOf(node)
  const occupied: number[] = []
  const cells = rows.map(({ isHead, row }) => {
    let column = 0
    // Cells that hang down from rows above take part of this row's width.
    const taken = occupied.filter((left) => left > 0).length
    occupied.forEach((left, index) => (occupied[index] = Math.max(0, left - 1)))
    const made = row.children
      .filter((child): child is Element => isElement(child, 'td', 'th'))
      .map((cell) => {
        const colSpan = span(cell, 'colSpan')
        const rowSpan = span(cell, 'rowSpan')
        for (let extra = 0; extra < colSpan && rowSpan > 1; extra++) {
          occupied.push(rowSpan - 1)
        }
        const isHeader = cell.tagName === 'th' || isHead
        const headerState = isHeader
          ? isHead || !isRowHeader(row, cell)
            ? HEADER_ROW
            : HEADER_COLUMN
          : 0
        column += colSpan
        const children = toBlocks(cell.children, context)
        return tableCell({
          children: children.length > 0 ? children : [paragraph([])],
          colSpan,
          headerState,
          rowSpan,
        })
      })
    return { made, width: column + taken }
  })
  const width = Math.max(0, ...cells.map((row) => row.width))
  const full = cells
    .filter(({ made }) => made.length > 0)
    .map(({ made, width: own }) =>
      tableRow([
        ...made,
        ...Array.from({ length: Math.min(width - own, 50) }, () =>
          tableCell({ children: [paragraph([])], headerState: 0 }),
        ),
      ]),
    )
  return [
    ...(caption ? toBlocks(caption.children, context) : []),
    ...(full.length > 0 ? [table(full)] : []),
  ]
}

const rowsOf = (node: Element): Array<{ isHead: boolean; row: Element }> =>
  node.children.flatMap((child) =>
    isElement(child, 'tr')
      ? [{ isHead: false, row: child }]
      : isElement(child, 'thead', 'tbody', 'tfoot')
        ? child.children
            .filter((row): row is Element => isElement(row, 'tr'))
            .map((row) => ({ isHead: child.tagName === 'thead', row }))
        : [],
  )

/** A `th` beside ordinary cells heads its row; one among others heads its column. */
const isRowHeader = (row: Element, cell: Element): boolean => {
  const cells = row.children.filter((child): child is Element => isElement(child, 'td', 'th'))
  return cells[0] === cell && cells.some(({ tagName }) => tagName === 'td')
}

const span = (cell: Element, name: 'colSpan' | 'rowSpan'): number => {
  const value = Number.parseInt(property(cell, name), 10)
  return Number.isSafeInteger(value) && value > 1 ? Math.min(value, 50) : 1
}

/** Tables inside tables: Lexical's table does not nest. */
export const hasNestedTable = (node: Element): boolean =>
  findAll(node.children, ({ tagName }) => tagName === 'table').length > 0
