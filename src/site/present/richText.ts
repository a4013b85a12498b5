/**
 * Lexical JSON to the site's own small tree: every default node, tables and our blocks. Unknown nodes keep their
 * children, so that text is never lost when an editor uses something newer than this file.
 */
import { placeholderIn } from '../../../collections/shared/placeholder.ts'
import {
  populated,
  type LexicalNode,
  type LexicalState,
  type MediaDoc,
  type PageDoc,
  type PersonDoc,
  type Ref,
  type StudyDoc,
} from '../documents.ts'
import type { CellNode, InlineNode, ListItemNode, Mark, RichNode } from '../model.ts'
import { presentBlock } from './blocks.ts'
import {
  isExternalHref,
  linkedStudyHref,
  pageHref,
  personHref,
  safeHref,
  type PresentContext,
} from './context.ts'
import { fileDetail } from './files.ts'
import { presentMedia } from './film.ts'
import { shown } from './shown.ts'

type Walk = {
  context: PresentContext
  headings: HeadingLevels
  idPrefix: string
  count: { heading: number }
}

export const presentRichText = ({
  state,
  context,
  headingFrom,
  idPrefix = 'section',
}: {
  state: LexicalState
  context: PresentContext
  /** The level that the first heading gets; the page's own headings stand above it. */
  headingFrom: number
  idPrefix?: string
}): RichNode[] => {
  const walk: Walk = {
    context,
    headings: headingLevels(headingFrom),
    idPrefix,
    count: { heading: 0 },
  }
  return blocksOf(state?.root?.children ?? [], walk)
}

/** The address that an internal or custom link leads to, or null when its target is gone or unsafe. */
export const linkHref = (fields: LexicalNode['fields'], context: PresentContext): string | null => {
  const link = (fields ?? {}) as {
    linkType?: string
    url?: string
    doc?: { relationTo?: string; value?: unknown }
  }
  if (link.linkType !== 'internal') {
    return safeHref(link.url)
  }
  return documentHref({ relationTo: link.doc?.relationTo, value: link.doc?.value, context })
}

export const documentHref = ({
  relationTo,
  value,
  context,
}: {
  relationTo: string | undefined
  value: unknown
  context: PresentContext
}): string | null => {
  if (relationTo === 'case-studies') {
    return linkedStudyHref(value as Ref<StudyDoc>, context)
  }
  const doc =
    relationTo === 'people'
      ? shown(value as Ref<PersonDoc>, context)
      : populated(value as Ref<PageDoc>)
  if (!doc?.slug) {
    return null
  }
  if (relationTo === 'people') {
    return personHref(context, doc.slug)
  }
  return relationTo === 'pages' ? pageHref(context, doc.slug) : null
}

const blocksOf = (nodes: LexicalNode[], walk: Walk): RichNode[] =>
  nodes.flatMap((node) => blockOf(node, walk))

const blockOf = (node: LexicalNode, walk: Walk): RichNode[] => {
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph': {
      if (placeholderIn(node)) {
        return []
      }
      const inline = inlineOf(children, walk)
      return [
        ...(hasWords(inline)
          ? [{ type: 'paragraph' as const, align: alignOf(node.format), children: inline }]
          : []),
        ...blocksWithin(children, walk),
      ]
    }
    case 'heading': {
      const inline = inlineOf(children, walk)
      const within = blocksWithin(children, walk)
      if (!hasWords(inline)) {
        return within
      }
      walk.count.heading += 1
      const level = walk.headings(
        Number((typeof node.tag === 'string' ? node.tag : 'h2').slice(1)) || 2,
      )
      const id = `${walk.idPrefix}-${walk.count.heading}`
      return [{ type: 'heading', level, id, children: inline }, ...within]
    }
    case 'list':
      return [
        {
          type: 'list',
          kind: node.listType === 'number' || node.listType === 'check' ? node.listType : 'bullet',
          start: typeof node.start === 'number' ? node.start : 1,
          items: listItems(children, walk),
        },
      ]
    case 'quote': {
      const lines = linesOf(children)
      return [{ type: 'quote', children: inlineOf(lines, walk) }, ...blocksWithin(lines, walk)]
    }
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'table':
      return tableOf(node, walk)
    case 'upload':
      return uploadOf(node, walk)
    case 'relationship': {
      const href = documentHref({
        relationTo: node.relationTo as string,
        value: node.value,
        context: walk.context,
      })
      const doc = populated(node.value as Ref<StudyDoc & PersonDoc>)
      const label = doc?.title ?? doc?.name
      return href && label ? [{ type: 'reference', href, label }] : []
    }
    case 'block': {
      const block = presentBlock((node.fields ?? {}) as Record<string, unknown>, walk.context)
      return block ? [block] : []
    }
    default:
      return isInline(node)
        ? blockOf({ type: 'paragraph', children: [node] }, walk)
        : blocksOf(children, walk)
  }
}

const hasWords = (inline: InlineNode[]): boolean =>
  inline.some((item) => item.type !== 'text' || item.text.trim() !== '')

const inlineTypes = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'code-highlight'])
const isInline = (node: LexicalNode): boolean =>
  inlineTypes.has(node.type) || typeof node.text === 'string'

const blockTypes = new Set([
  'paragraph',
  'heading',
  'list',
  'quote',
  'horizontalrule',
  'table',
  'upload',
  'relationship',
  'block',
])

/** Blocks that stand within a line, as what is pasted from a page has them: they come after it. */
const blocksWithin = (nodes: LexicalNode[], walk: Walk): RichNode[] =>
  nodes.flatMap((node) =>
    blockTypes.has(node.type) ? blockOf(node, walk) : blocksWithin(node.children ?? [], walk),
  )

/** The paragraphs of a quote as lines of it. */
const linesOf = (nodes: LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node, index) =>
    node.type === 'paragraph'
      ? [...(index > 0 ? [{ type: 'linebreak' }] : []), ...(node.children ?? [])]
      : [node],
  )

const inlineOf = (nodes: LexicalNode[], walk: Walk): InlineNode[] =>
  nodes.flatMap((node): InlineNode[] => {
    switch (node.type) {
      case 'text':
      case 'code-highlight':
        return [
          {
            type: 'text',
            text: typeof node.text === 'string' ? node.text : '',
            marks: marksOf(Number(node.format ?? 0)),
          },
        ]
      case 'tab':
        return [{ type: 'text', text: '\t', marks: [] }]
      case 'linebreak':
        return [{ type: 'break' }]
      case 'link':
      case 'autolink': {
        const children = inlineOf(node.children ?? [], walk)
        const href = linkHref(node.fields, walk.context)
        return href
          ? [{ type: 'link', href, isExternal: isExternalHref(href), children }]
          : children
      }
      default:
        // Of a node that this file does not know, the words.
        if (typeof node.text === 'string') {
          return [{ type: 'text', text: node.text, marks: [] }]
        }
        return blockTypes.has(node.type) ? [] : inlineOf(node.children ?? [], walk)
    }
  })

const listItems = (nodes: LexicalNode[], walk: Walk): ListItemNode[] => {
  const items: ListItemNode[] = []
  for (const node of nodes) {
    const children = node.children ?? []
    const within = blocksWithin(children, walk)
    const previous = items.at(-1)
    // Lexical writes a nested list as an item of its own that holds nothing but the list.
    if (children.length > 0 && children.every((child) => child.type === 'list') && previous) {
      previous.nested.push(...within)
      continue
    }
    items.push({
      isChecked: typeof node.checked === 'boolean' ? node.checked : null,
      children: inlineOf(children, walk),
      nested: within,
    })
  }
  return items
}

const tableOf = (node: LexicalNode, walk: Walk): RichNode[] => {
  const rows = (node.children ?? [])
    .filter((row) => row.type === 'tablerow')
    .map((row) =>
      (row.children ?? []).map((cell): CellNode => ({
        isHeader: Number(cell.headerState ?? 0) > 0,
        colSpan: Number(cell.colSpan ?? 1) || 1,
        rowSpan: Number(cell.rowSpan ?? 1) || 1,
        children: blocksOf(cell.children ?? [], walk),
      })),
    )
  return rows.length > 0
    ? [{ type: 'table', rows, hasHeaderRow: (rows[0] ?? []).every((cell) => cell.isHeader) }]
    : []
}

const uploadOf = (node: LexicalNode, walk: Walk): RichNode[] => {
  const doc = populated(node.value as Ref<MediaDoc & { title?: string }>)
  if (!doc) {
    return []
  }
  const fields = (node.fields ?? {}) as { caption?: string | null }
  if (node.relationTo === 'documents') {
    const href = safeHref(doc.url)
    return href
      ? [
          {
            type: 'file',
            href,
            label: doc.title ?? doc.filename ?? href,
            detail: fileDetail(doc, walk.context.locale),
          },
        ]
      : []
  }
  const media = presentMedia(doc, walk.context)
  return media ? [{ type: 'media', media, caption: fields.caption?.trim() || media.caption }] : []
}

/** Lexical's text format is a bit field. */
const formatBits: [number, Mark][] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strikethrough'],
  [8, 'underline'],
  [16, 'code'],
  [32, 'subscript'],
  [64, 'superscript'],
]
const marksOf = (format: number): Mark[] =>
  formatBits.flatMap(([bit, mark]) => (format & bit ? [mark] : []))

const alignOf = (format: unknown): 'start' | 'center' | 'end' | null => {
  if (format === 'center') {
    return 'center'
  }
  return format === 'right' || format === 'end' ? 'end' : null
}

type HeadingLevels = (level: number) => number

/** Editors skip levels; a screen reader's outline must not. */
const headingLevels = (from: number): HeadingLevels => {
  const open: number[] = []
  return (level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) {
      open.pop()
    }
    open.push(level)
    return Math.min(6, from + open.length - 1)
  }
}
