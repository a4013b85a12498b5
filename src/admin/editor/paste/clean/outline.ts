// Lists that a program wrote as lines with a level each, made lists within lists again.
import type { Element, ElementContent } from 'hast'
import { h } from '../../../../../plugins/importer/exports/convert.ts'

export type Line = {
  children: ElementContent[]
  isOrdered: boolean
  /** From 1. */
  level: number
  /** Lines with different ones are lists of their own. */
  list: string
  /** The number in front of it. */
  start?: number | undefined
}

export const listsOf = (lines: readonly Line[]): Element[] => {
  const lists: Element[] = []
  let at = 0
  while (at < lines.length) {
    const first = lines[at]!
    const items: Element[] = []
    while (at < lines.length) {
      const line = lines[at]!
      if (line.level < first.level || isAnother(line, first)) {
        break
      }
      if (line.level === first.level) {
        items.push(h('li', {}, line.children))
        at += 1
      } else {
        const end = lines.findIndex((one, index) => index > at && one.level <= first.level)
        const below = lines.slice(at, end < 0 ? lines.length : end)
        items.at(-1)!.children.push(...listsOf(below))
        at += below.length
      }
    }
    const { isOrdered, start } = first
    lists.push(
      h(
        isOrdered ? 'ol' : 'ul',
        isOrdered && start !== undefined && start > 1 ? { start } : {},
        items,
      ),
    )
  }
  return lists
}

const isAnother = (line: Line, first: Line): boolean =>
  line.level === first.level && (line.isOrdered !== first.isOrdered || line.list !== first.list)
