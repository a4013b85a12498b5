/** The words of a text that is presented, without their shape. */
import type { InlineNode, RichNode } from '../model.ts'

/** Words that a reader reads, for the reading time. */
export const wordCount = (nodes: RichNode[]): number =>
  plainText(nodes).split(/\s+/).filter(Boolean).length

export const plainText = (nodes: RichNode[]): string =>
  nodes.map(textOfNode).filter(Boolean).join('\n')

const textOfInline = (nodes: InlineNode[]): string =>
  nodes
    .map((node) =>
      node.type === 'text' ? node.text : node.type === 'break' ? ' ' : textOfInline(node.children),
    )
    .join('')

const textOfNode = (node: RichNode): string => {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return textOfInline(node.children)
    case 'list':
      return node.items
        .map((item) =>
          [textOfInline(item.children), plainText(item.nested)].filter(Boolean).join('\n'),
        )
        .join('\n')
    case 'table':
      return node.rows
        .map((row) => row.map((cell) => plainText(cell.children)).join(' '))
        .join('\n')
    case 'pullQuote':
      return node.quote.text
    case 'timeline':
      return node.items.map((item) => [item.title, item.text].filter(Boolean).join(' ')).join('\n')
    case 'compare':
      return node.rows.map((row) => `${row.aspect} ${row.left} ${row.right}`).join('\n')
    case 'callToAction':
      return [node.heading, node.text].filter(Boolean).join(' ')
    default:
      return ''
  }
}
