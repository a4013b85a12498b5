// The HTML of a clipboard, as plain as if it had been written here.
import type { Root, RootContent } from 'hast'
import {
  find,
  findAll,
  parseHtml,
  property,
  textOf,
} from '../../../../../plugins/importer/exports/convert.ts'
import { wholeLists } from './lists.ts'
import { withMarks } from './marks.ts'
import { withHeadings, withoutHints, withPictures } from './shape.ts'
import { plainTables } from './tables.ts'
import { withoutUnseen } from './unseen.ts'
import { fromWord } from './word.ts'

export type Cleaned = {
  /** Where relative links lead from, where the clipboard says so. */
  base: string | undefined
  root: Root
}

export const cleanHtml = (html: string): Cleaned => {
  const { children } = parseHtml(html)
  const styleSheet = findAll(children, ({ tagName }) => tagName === 'style')
    .map(textOf)
    .join('\n')
  return {
    base: baseOf(html, children),
    root: cleanTree(fromWord(withoutUnseen(children), styleSheet)),
  }
}

/** What is the same for HTML and Markdown. */
export const cleanTree = (nodes: RootContent[]): Root => ({
  type: 'root',
  children: [wholeLists, withMarks, plainTables, withPictures, withHeadings, withoutHints].reduce(
    (all, step) => step(all),
    nodes,
  ),
})

/** As a page says it, or the clipboard of Windows. */
const baseOf = (html: string, nodes: RootContent[]): string | undefined => {
  const base = find(nodes, ({ tagName }) => tagName === 'base')
  const said = base ? property(base, 'href') : /^SourceURL:(\S+)/m.exec(html.slice(0, 2_000))?.[1]
  return said && /^https?:\/\//i.test(said) ? said : undefined
}
