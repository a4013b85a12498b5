/** hast → Lexical. Anything that has no counterpart is reported, its text kept where it has any. */
import type { Element, ElementContent, Root } from 'hast'

import type { ConvertContext, Piece } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { classesOf, isElement, plainText, property, textOf } from '../read/hast.ts'
import { convertAnchor } from './anchors.ts'
import { codeBlock } from './code.ts'
import { embedBlock } from './embeds.ts'
import { convertFigure, convertVideo, galleryBlocks, imageNode, isGallery } from './figures.ts'
import { intoBlocks } from './inline.ts'
import { convertList } from './lists.ts'
import { FORMAT, heading, horizontalRule, linebreak, text } from './nodes.ts'
import { button, joinMetrics, metricBlock } from './metrics.ts'
import { convertQuote, testimonialBlock, testimonialOf } from './quotes.ts'
import { convertTable, hasNestedTable } from './tables.ts'

export type { ConvertContext } from './context.ts'

/** @returns the blocks of an editor's root, possibly none. */
export const convertRoot = ({
  context,
  root,
}: {
  context: ConvertContext
  root: Root
}): LexicalNode[] => joinMetrics(toBlocks(root.children as ElementContent[], context))

const toBlocks = (nodes: ElementContent[], context: ConvertContext): LexicalNode[] =>
  intoBlocks(toPieces(nodes, context))

type State = { format: number; isInLink: boolean }

const toPieces = (
  nodes: ElementContent[],
  context: ConvertContext,
  state: State = { format: 0, isInLink: false },
): Piece[] =>
  nodes.flatMap((node): Piece[] => {
    if (node.type === 'text') {
      return node.value === '' ? [] : [{ inline: text(node.value, state.format) }]
    }
    return isElement(node) ? fromElement(node, context, state) : []
  })

const FORMATS: Record<string, number> = {
  b: FORMAT.bold,
  cite: FORMAT.italic,
  code: FORMAT.code,
  del: FORMAT.strikethrough,
  dfn: FORMAT.italic,
  em: FORMAT.italic,
  i: FORMAT.italic,
  ins: FORMAT.underline,
  kbd: FORMAT.code,
  mark: FORMAT.highlight,
  s: FORMAT.strikethrough,
  samp: FORMAT.code,
  strike: FORMAT.strikethrough,
  strong: FORMAT.bold,
  sub: FORMAT.subscript,
  sup: FORMAT.superscript,
  tt: FORMAT.code,
  u: FORMAT.underline,
  var: FORMAT.italic,
}

/** Nothing of these is meant to be read. */
const UNSEEN = new Set([
  'base',
  'col',
  'colgroup',
  'head',
  'link',
  'meta',
  'noscript',
  'script',
  'source',
  'style',
  'template',
  'title',
  'track',
  'wbr',
  'param',
])
/** These were meant to be seen, and are lost. */
const LOST = new Set([
  'area',
  'button',
  'canvas',
  'fieldset',
  'form',
  'input',
  'map',
  'math',
  'meter',
  'object',
  'progress',
  'script',
  'select',
  'svg',
  'textarea',
])

const fromElement = (node: Element, context: ConvertContext, state: State): Piece[] => {
  const name = node.tagName
  const format = FORMATS[name]
  if (format !== undefined) {
    return toPieces(node.children, context, { ...state, format: state.format | format })
  }
  if (UNSEEN.has(name) || LOST.has(name)) {
    if (LOST.has(name)) {
      context.remark({ code: 'DROPPED_ELEMENT', detail: name })
    }
    return []
  }
  switch (name) {
    case 'a':
      // The way back from a footnote.
      return node.properties['dataFootnoteBackref'] === undefined
        ? convertAnchor({
            context,
            isInLink: state.isInLink,
            node,
            pieces: toPieces(node.children, context, { ...state, isInLink: true }),
          })
        : []
    case 'br':
      return [{ inline: linebreak() }]
    case 'img':
      return asPieces([imageNode({ context, node })])
    case 'q':
      return [
        { inline: text('“', state.format) },
        ...toPieces(node.children, context, state),
        { inline: text('”', state.format) },
      ]
    case 'picture':
      return toPieces(node.children, context, state)
    case 'hr':
      return [{ block: horizontalRule() }]
    case 'pre':
      return asPieces([codeBlock(node, context)])
    case 'ul':
    case 'ol':
    case 'menu':
      return asPieces(
        convertList({
          context,
          node: name === 'menu' ? { ...node, tagName: 'ul' } : node,
          toPieces,
        }),
      )
    case 'table':
      if (hasNestedTable(node)) {
        context.remark({ code: 'NESTED_TABLE' })
        return asPieces(toBlocks(cellsOf(node), context))
      }
      return asPieces(convertTable({ context, node, toBlocks }))
    case 'blockquote':
      return asPieces(convertQuote({ context, node, toBlocks }))
    case 'figure':
      return asPieces(
        isGallery(node)
          ? [...galleryBlocks({ context, node })]
          : convertFigure({ context, node, toBlocks }),
      )
    case 'iframe':
    case 'embed':
      return asPieces([
        embedBlock({
          context,
          title: property(node, 'title'),
          url: property(node, 'src') || property(node, 'dataSrc'),
        }),
      ])
    case 'video':
    case 'audio':
      return asPieces(convertVideo({ context, node }))
    case 'dl':
      return asPieces(definitions(node, context))
    case 'details':
      return asPieces(disclosure(node, context))
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return asPieces(headingBlocks(node, context))
    case 'p':
      return asPieces(paragraphBlocks(node, context, state))
    case 'vitrine-embed':
      return asPieces([
        embedBlock({ context, title: property(node, 'title'), url: property(node, 'url') }),
      ])
    case 'vitrine-testimonial':
      return asPieces(testimonialBlock({ context, testimonial: testimonialOf(node) }))
    case 'vitrine-metric':
      return asPieces([metricBlock(node, context)])
    case 'vitrine-button':
      return asPieces(button(node, context))
  }
  if (BLOCK.has(name)) {
    if (isGallery(node) && plainText(node).length < 400) {
      return asPieces(galleryBlocks({ context, node }))
    }
    return asPieces(intoBlocks(toPieces(dropFootnoteFrame(node), context, state)))
  }
  // Spans and elements nobody knows: their content counts.
  return toPieces(node.children, context, { ...state, format: state.format | styleFormat(node) })
}

const BLOCK = new Set(
  'address article aside body caption center dd dir div dt figcaption footer header hgroup html legend li main nav search section summary tbody td tfoot th thead tr x-fragment'.split(
    ' ',
  ),
)

const paragraphBlocks = (node: Element, context: ConvertContext, state: State): LexicalNode[] => {
  const address = plainText(node)
  // A film's address alone on a line is a player in WordPress, Ghost and Hashnode.
  if (/^https?:\/\/(www\.)?(youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d)\S*$/.test(address)) {
    const made = embedBlock({ context, url: address })
    return made ? [made] : []
  }
  return intoBlocks(toPieces(node.children, context, state))
}

/** Pages bring h1 to h6; chapters hold h2 to h4. */
const headingBlocks = (node: Element, context: ConvertContext): LexicalNode[] => {
  if (/\b(sr-only|visually-hidden)\b/.test(classesOf(node))) {
    return []
  }
  const level = Number(node.tagName.slice(1))
  const tag = level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4'
  return intoBlocks(
    toPieces(
      node.children.filter((child) => !isHeadingAnchor(child)),
      context,
    ),
    (children) => heading(tag, children),
  )
}

const isHeadingAnchor = (node: ElementContent): boolean =>
  isElement(node, 'a') &&
  property(node, 'href').startsWith('#') &&
  /^[#¶§🔗\s]*$/u.test(textOf(node))

const definitions = (node: Element, context: ConvertContext): LexicalNode[] =>
  node.children.flatMap((child): LexicalNode[] => {
    if (isElement(child, 'dt')) {
      return intoBlocks(toPieces(child.children, context, { format: FORMAT.bold, isInLink: false }))
    }
    return isElement(child, 'dd')
      ? toBlocks(child.children, context)
      : isElement(child, 'div')
        ? definitions(child, context)
        : []
  })

const disclosure = (node: Element, context: ConvertContext): LexicalNode[] => {
  const summary = node.children.find((child): child is Element => isElement(child, 'summary'))
  return [
    ...(summary
      ? intoBlocks(toPieces(summary.children, context), (children) => heading('h4', children))
      : []),
    ...toBlocks(
      node.children.filter((child) => child !== summary),
      context,
    ),
  ]
}

const dropFootnoteFrame = (node: Element): ElementContent[] =>
  node.properties['dataFootnotes'] === undefined
    ? node.children
    : [{ children: [], properties: {}, tagName: 'hr', type: 'element' }, ...node.children]

const cellsOf = (node: Element): ElementContent[] =>
  node.children.flatMap((child) =>
    isElement(child, 'tr', 'tbody', 'thead', 'tfoot')
      ? cellsOf(child)
      : isElement(child, 'td', 'th')
        ? [{ ...child, tagName: 'div' }]
        : [],
  )

const asPieces = (blocks: Array<LexicalNode | null>): Piece[] =>
  blocks.flatMap((node) => (node ? [{ block: node }] : []))

const styleFormat = (node: Element): number => {
  const style = property(node, 'style')
  return (
    (/font-weight:\s*(bold|[6-9]00)/.test(style) ? FORMAT.bold : 0) |
    (/font-style:\s*italic/.test(style) ? FORMAT.italic : 0) |
    (/text-decoration[^;]*underline/.test(style) ? FORMAT.underline : 0) |
    (/text-decoration[^;]*line-through/.test(style) ? FORMAT.strikethrough : 0)
  )
}
