// For tests: reads what a program put on the clipboard, and draws what comes of it, a line for each block.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { childrenOf, type LexicalNode } from '../../../../plugins/importer/exports/convert.ts'
import { PLACEHOLDER, type Placeholder } from '../../../../collections/shared/placeholder.ts'
import type { Clip } from './clip.ts'
import { readNodes, type Pasted } from './read/nodes.ts'

export const fixture = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8')

export const read = (clip: Partial<Clip>): Pasted | null => {
  let count = 0
  return readNodes(
    { code: '', elsewhere: '', html: '', rtf: '', text: '', ...clip },
    { missing: (name) => `Missing: ${name}` },
    () => `id-${(count += 1)}`,
  )
}

/** As Markdown, nearly: enough to see in a test what is what. */
export const draw = (clip: Partial<Clip>): string[] =>
  (read(clip)?.nodes ?? []).flatMap((node) => drawBlock(node))

const MARKS = ['**', '*', '~~', '__', '`', '₋', '⁺', '==']

const drawBlock = (node: LexicalNode): string[] => {
  const about = (node.$ as Record<string, Placeholder> | undefined)?.[PLACEHOLDER]
  if (about) {
    return [
      `(${about.text}${about.alt && `, “${about.alt}”`}${about.caption ? `, below it “${about.caption}”` : ''})`,
    ]
  }
  switch (node.type) {
    case 'heading':
      return [`${'#'.repeat(Number(String(node.tag).slice(1)))} ${inline(node)}`]
    case 'list':
      return childrenOf(node).flatMap((item) => drawItem(item, node))
    case 'quote':
      return [`> ${inline(node)}`]
    case 'horizontalrule':
      return ['---']
    case 'table':
      return childrenOf(node).map((row) =>
        childrenOf(row)
          .map((cell) => {
            const words = childrenOf(cell).flatMap(drawBlock).join(' ¶ ')
            return Number(cell.headerState) > 0 ? `[${words}]` : words
          })
          .join(' | '),
      )
    case 'block': {
      const { blockName: _, blockType, id: __, ...fields } = node.fields as Record<string, unknown>
      return [`{${String(blockType)}} ${JSON.stringify(fields)}`]
    }
    default:
      return [inline(node)]
  }
}

const drawItem = (item: LexicalNode, list: LexicalNode): string[] => {
  const [first] = childrenOf(item)
  if (first?.type === 'list') {
    return drawBlock(first).map((line) => `  ${line}`)
  }
  const sign =
    list.listType === 'number'
      ? `${Number(item.value)}.`
      : list.listType === 'check'
        ? item.checked
          ? '[x]'
          : '[ ]'
        : '-'
  return [`${sign} ${inline(item)}`]
}

const inline = (node: LexicalNode): string =>
  childrenOf(node)
    .map((child): string => {
      switch (child.type) {
        case 'text': {
          const marks = MARKS.filter((_, bit) => Number(child.format) & (1 << bit)).join('')
          return `${marks}${String(child.text)}${[...marks].reverse().join('')}`
        }
        case 'linebreak':
          return ' / '
        case 'link':
          return `[${inline(child)}](${String((child.fields as { url?: unknown }).url)})`
        default:
          return `<${child.type}>`
      }
    })
    .join('')
