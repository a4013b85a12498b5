/** Quotations: plain ones stay quotes, attributed ones become `quote` blocks, testimonials records. */
import type { Element, ElementContent } from 'hast'

import type { ImportedTestimonial } from '../types.ts'
import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import {
  classesOf,
  find,
  findAll,
  h,
  isElement,
  plainText,
  property,
  textOf,
} from '../read/hast.ts'
import { LIMITS } from './limits.ts'
import { block, childrenOf, linebreak, paragraph, quote, text } from './nodes.ts'

type ToBlocks = (nodes: ElementContent[], context: ConvertContext) => LexicalNode[]

export const convertQuote = ({
  caption = '',
  context,
  node,
  toBlocks,
}: {
  caption?: string
  context: ConvertContext
  node: Element
  toBlocks: ToBlocks
}): LexicalNode[] => {
  const alert = takeAlert(node)
  if (alert) {
    return [paragraph([text(alert.label, 1)]), ...toBlocks(alert.children, context)]
  }
  const { attribution, children } = takeAttribution(node)
  const by = attribution || caption
  if (/testimonial/.test(classesOf(node)) && !isRich(children)) {
    return testimonialBlock({
      context,
      testimonial: { quote: plainText({ ...node, children }), ...splitAttribution(by) },
    })
  }
  if (by && !isRich(children) && findAll(children, ({ tagName }) => tagName === 'a').length === 0) {
    const said = linesOf(children)
    if (said.length > LIMITS.quote) {
      return withAttribution(joinParagraphs(toBlocks(children, context)), by)
    }
    return said
      ? [
          block({
            blockType: 'quote',
            fields: { text: said, ...nameAndPosition(by) },
            id: context.id(),
          }),
        ]
      : toBlocks(node.children, context)
  }
  const result = joinParagraphs(toBlocks(children, context))
  return by ? withAttribution(result, by) : result
}

export const testimonialBlock = ({
  context,
  testimonial,
}: {
  context: ConvertContext
  testimonial: ImportedTestimonial
}): LexicalNode[] => {
  if (!testimonial.quote.trim()) {
    return []
  }
  // A record needs somebody who said it, and has room for so much.
  const id =
    testimonial.attribution && testimonial.quote.length <= LIMITS.testimonial
      ? context.testimonial(testimonial)
      : undefined
  const position = [testimonial.position, testimonial.organisation].filter(Boolean).join(', ')
  if (!id && testimonial.quote.length > LIMITS.quote) {
    const by = [testimonial.attribution, position].filter(Boolean).join(', ')
    return withAttribution([quote([text(testimonial.quote)])], by)
  }
  return [
    block({
      blockType: 'quote',
      // The record's words win; its own copy of them is not kept twice.
      fields: id
        ? { testimonial: id }
        : { attribution: testimonial.attribution ?? '', position, text: testimonial.quote },
      id: context.id(),
    }),
  ]
}

/** "- Alec Palmer, Chief Information Officer" → name and the rest. */
export const splitAttribution = (source: string): { attribution?: string; position?: string } => {
  const clean = source.replace(/^[\s\-–—―~]+/u, '').trim()
  const [, name = clean, position = ''] = /^([^,|]{2,80}?)\s*[,|]\s*(.+)$/s.exec(clean) ?? []
  return { attribution: name || undefined, position: position || undefined }
}

const nameAndPosition = (source: string): { attribution: string; position: string } => {
  const { attribution = '', position = '' } = splitAttribution(source)
  return { attribution, position }
}

/** The last part of a quotation, when it names who said it. */
const takeAttribution = (node: Element): { attribution: string; children: ElementContent[] } => {
  const cite = find(
    node.children,
    (element) =>
      element.tagName === 'cite' ||
      element.tagName === 'footer' ||
      (element.tagName === 'span' && /^\s*[-–—―]/u.test(textOf(element))),
  )
  if (cite) {
    return { attribution: plainText(cite), children: without(node.children, cite) }
  }
  const last = node.children.findLast(
    (child) => child.type === 'element' || textOf(child).trim() !== '',
  )
  const count = node.children.filter((child) => isElement(child)).length
  if (
    isElement(last, 'p') &&
    count > 1 &&
    /^\s*[–—―-]{1,2}\s*\p{Lu}/u.test(textOf(last)) &&
    plainText(last).length < 160
  ) {
    return { attribution: plainText(last), children: without(node.children, last) }
  }
  return { attribution: '', children: node.children }
}

const without = (nodes: ElementContent[], gone: Element): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    node === gone
      ? []
      : isElement(node)
        ? [{ ...node, children: without(node.children, gone) }]
        : [node],
  )

const isRich = (nodes: ElementContent[]): boolean =>
  findAll(nodes, ({ tagName }) =>
    /^(ul|ol|img|pre|table|iframe|video|figure|blockquote|h[1-6])$/.test(tagName),
  ).length > 0

const linesOf = (nodes: ElementContent[]): string => {
  const elements = nodes.filter((node): node is Element => isElement(node))
  const parts =
    elements.filter(({ tagName }) => tagName === 'p').length > 1 ? elements : [h('p', {}, nodes)]
  return parts
    .map((part) => plainText(part))
    .filter(Boolean)
    .join('\n\n')
}

/** A Lexical quote holds inline content: its paragraphs are joined, anything else stands between. */
const joinParagraphs = (blocks: LexicalNode[]): LexicalNode[] => {
  const result: LexicalNode[] = []
  let run: LexicalNode[] = []
  const flush = (): void => {
    if (run.length > 0) {
      result.push(quote(run))
    }
    run = []
  }
  for (const node of blocks) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'quote') {
      run.push(...(run.length > 0 ? [linebreak(), linebreak()] : []), ...childrenOf(node))
    } else {
      flush()
      result.push(node)
    }
  }
  flush()
  return result
}

const withAttribution = (blocks: LexicalNode[], by: string): LexicalNode[] => {
  if (!by) {
    return blocks
  }
  const line = text(`— ${by.replace(/^[\s\-–—―]+/u, '')}`)
  const last = blocks.at(-1)
  return last?.type === 'quote'
    ? [...blocks.slice(0, -1), quote([...childrenOf(last), linebreak(), line])]
    : [...blocks, paragraph([line])]
}

/** GitHub's `> [!NOTE]`. */
const takeAlert = (node: Element): { children: ElementContent[]; label: string } | null => {
  const [, label = ''] =
    /^\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO)\]/i.exec(textOf(node)) ?? []
  const first = node.children.find((child): child is Element => isElement(child, 'p'))
  if (!label || !first) {
    return null
  }
  const [head, ...rest] = first.children
  const said = head?.type === 'text' ? head.value.replace(/^\s*\[![A-Z]+\]\s*/i, '') : ''
  return {
    children: node.children.map((child) =>
      child === first ? { ...first, children: [{ type: 'text', value: said }, ...rest] } : child,
    ),
    label: label.charAt(0) + label.slice(1).toLowerCase(),
  }
}

export const testimonialOf = (node: Element): ImportedTestimonial => ({
  attribution: property(node, 'attribution') || undefined,
  organisation: property(node, 'organisation') || undefined,
  position: property(node, 'position') || undefined,
  quote: property(node, 'quote'),
})
