// Weight, slope and the like as elements, wherever a program said them with styles; and not where they say nothing:
// a heading is bold by itself, a link underlined.
import type { Element, ElementContent, RootContent } from 'hast'
import {
  classesOf,
  h,
  isElement,
  mapTree,
  property,
  textNode,
} from '../../../../../plugins/importer/exports/convert.ts'
import { isTakenBack, marksOf, styleOf } from './style.ts'

export const withMarks = (nodes: RootContent[]): RootContent[] =>
  mapTree<RootContent>(nodes, (node, parents) => {
    if (node.type === 'text') {
      return isAsTyped(parents) ? [node] : [textNode(withSpaces(node.value))]
    }
    if (!isElement(node)) {
      return [node]
    }
    if (classesOf(node).includes('apple-converted-space')) {
      return [textNode(' ')]
    }
    if (isTakenBack(node) || UNWRAPPED.has(node.tagName)) {
      return marked(node)
    }
    if (HEADING.test(node.tagName)) {
      return [{ ...node, children: without(node.children, ['b', 'strong']) }]
    }
    if (node.tagName === 'a' && property(node, 'href') !== '') {
      return [{ ...node, children: without(marked(node), ['u', 'ins']) }]
    }
    return WRITTEN.has(node.tagName) ? [{ ...node, children: marked(node) }] : [node]
  })

/** Elements that say nothing beside their style. `mark` is a colour that the editor does not offer. */
const UNWRAPPED = new Set(['font', 'mark', 'span', 'big', 'small'])

/** Elements that hold text and may carry its style. */
const WRITTEN = new Set(['p', 'li', 'td'])

const HEADING = /^h[1-6]$/

const marked = (node: Element): ElementContent[] =>
  // What holds blocks keeps them: a mark stands around text.
  node.children.some((child) => isElement(child) && BLOCKS.test(child.tagName))
    ? node.children
    : marksOf(styleOf(node)).reduce<ElementContent[]>(
        (children, mark) => (children.length > 0 ? [h(mark, {}, children)] : children),
        node.children,
      )

const BLOCKS = /^(p|div|ul|ol|table|h[1-6]|blockquote|pre|figure|img|section|article|hr)$/

const without = (nodes: ElementContent[], names: readonly string[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    !isElement(node)
      ? [node]
      : names.includes(node.tagName)
        ? without(node.children, names)
        : [{ ...node, children: without(node.children, names) }],
  )

const isAsTyped = (parents: readonly Element[]): boolean =>
  parents.some(({ tagName }) => tagName === 'pre' || tagName === 'code' || tagName === 'textarea')

/** A no-break space that stands alone between words was meant; programs write others to draw a gap. */
const withSpaces = (value: string): string =>
  value.replace(/\s*\u00a0[\s\u00a0]*/g, (gap, at: number, all: string) => {
    const isBetween = at > 0 && at + gap.length < all.length
    return gap === '\u00a0' && isBetween ? gap : ' '
  })
