/** The body of a WordPress entry → hast: blocks, shortcodes, and the paragraphs that it makes of blank lines. */
import type { Element, ElementContent, Root, RootContent } from 'hast'

import type { Remark } from '../types.ts'
import type { WordPressContext } from './wordpress-shortcodes.ts'

import { h, isElement, mapTree, property, textNode } from './hast.ts'
import { parseHtml } from './html.ts'
import { expandBlocks, expandShortcodes } from './wordpress-shortcodes.ts'

export const readWordPressContent = ({
  content,
  context,
}: {
  content: string
  context: WordPressContext
}): { root: Root; remarks: Remark[] } => {
  const remarks: Remark[] = []
  const hasBlocks = /<!--\s+wp:/.test(content)
  const html = expandShortcodes({
    content: expandBlocks({ content, context, remarks }),
    context,
    remarks,
  })
  const root = parseHtml(html)
  const children = mapTree<RootContent>(root.children, (node) =>
    isElement(node) ? [fromData(withAlt(node, context))] : [node],
  )
  return {
    remarks,
    root: {
      ...root,
      children:
        hasBlocks && !/\n\s*\n[^<\s]/.test(html)
          ? children
          : paragraphs(children as ElementContent[]),
    },
  }
}

/** Our own elements travel as data attributes through HTML. */
const fromData = (node: Element): Element =>
  node.tagName.startsWith('vitrine-')
    ? {
        ...node,
        properties: Object.fromEntries(
          Object.entries(node.properties).map(([name, value]) => [
            name.replace(/^data([A-Z])/, (_, letter: string) => letter.toLowerCase()),
            value,
          ]),
        ),
      }
    : node

/** WordPress keeps alternative texts with the file; old posts do not repeat them. */
const withAlt = (node: Element, context: WordPressContext): Element => {
  const id =
    node.tagName === 'img' ? /wp-image-(\d+)/.exec(property(node, 'className'))?.[1] : undefined
  const alt = id && !property(node, 'alt') ? context.attachments.get(id)?.alt : undefined
  return alt ? { ...node, properties: { ...node.properties, alt } } : node
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
const HOLDERS = new Set([
  'article',
  'aside',
  'blockquote',
  'center',
  'details',
  'div',
  'main',
  'section',
])

/** `wpautop`: a blank line ends a paragraph, a single line end is a line break. */
export const paragraphs = (nodes: ElementContent[]): ElementContent[] => {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (
      run.some(
        (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
      )
    ) {
      result.push(h('p', {}, trim(run)))
    }
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      const parts = node.value.split(/\n[ \t]*\n\s*/)
      parts.forEach((part, index) => {
        if (index > 0) {
          flush()
        }
        run.push(...withBreaks(part))
      })
    } else if (isElement(node) && INLINE.has(node.tagName)) {
      run.push(node)
    } else if (isElement(node)) {
      flush()
      result.push(
        HOLDERS.has(node.tagName) && hasLooseText(node)
          ? { ...node, children: paragraphs(node.children) }
          : node,
      )
    }
  }
  flush()
  return result
}

const hasLooseText = (node: Element): boolean =>
  node.children.some(
    (child) => child.type === 'text' && /\S[\s\S]*\n|\n[\s\S]*\S/.test(child.value),
  )

const withBreaks = (value: string): ElementContent[] =>
  value
    .split('\n')
    .flatMap((line, index) => (index > 0 ? [h('br'), textNode(line)] : [textNode(line)]))
    .filter((node) => node.type !== 'text' || node.value !== '')

const trim = (run: ElementContent[]): ElementContent[] => {
  const isBlank = (node?: ElementContent): boolean =>
    node !== undefined &&
    (isElement(node, 'br') || (node.type === 'text' && node.value.trim() === ''))
  let start = 0
  let end = run.length
  while (start < end && isBlank(run[start])) {
    start++
  }
  while (end > start && isBlank(run[end - 1])) {
    end--
  }
  return run.slice(start, end)
}
