// The nodes of rich text as Lexical opens them: which attributes each has, and what may stand in it. Lexical
// throws over some of what is not so, mends some, and shows some differently from what was stored; none of
// it comes back as it was written. Shapes of lexical 0.50 and @payloadcms/richtext-lexical 3.90.
import { isColor, isPlainStyle, STYLED } from './css.ts'

export type Attribute = {
  name: string
  is: (value: unknown) => boolean
  /** Lexical cannot do without it. */
  isNeeded?: true
}

export type NodeKind = {
  attributes: Readonly<Record<string, Attribute>>
  /** Of those that hold other nodes: what may stand in them, as a sentence says it. */
  holds?: { name: string; may: (type: string) => boolean }
}

const whole = (least: number, most: number): Attribute => ({
  name: `a whole number from ${least} to ${most}`,
  is: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
})

const oneOf = (...values: unknown[]): Attribute => ({
  name: `one of ${values.map((value) => JSON.stringify(value)).join(', ')}`,
  is: (value) => values.includes(value),
})

const TEXT: Attribute = { name: 'a text', is: (value) => typeof value === 'string' }

const STYLE: Attribute = { name: `plain values of ${STYLED} alone`, is: isPlainStyle }

const COLOR: Attribute = { name: 'a colour such as #d4231a', is: isColor }

const TRUTH: Attribute = { name: 'true or false', is: (value) => typeof value === 'boolean' }
const NUMBER: Attribute = { name: 'a number', is: (value) => Number.isFinite(value) }

const OBJECT: Attribute = {
  name: 'an object',
  is: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

const orNull = ({ is, name }: Attribute): Attribute => ({
  name: `${name}, or null`,
  is: (value) => value === null || is(value),
})

const needed = (attribute: Attribute): Attribute => ({ ...attribute, isNeeded: true })

/** Eleven bits: bold, italic, strikethrough, underline, code, sub, super, highlight and three of case. */
const TEXT_FORMAT = whole(0, 2 ** 11 - 1)

/** One step is a tab; nothing indented further would be seen. */
const INDENT = whole(0, 100)

/** Cells that a merged one stands for. Lexical walks through all of them. */
const SPAN = whole(1, 1_000)

const ALIGNMENT = oneOf('', 'left', 'start', 'center', 'right', 'end', 'justify')

const EVERY = { version: whole(0, 1_000), $: OBJECT }

const ELEMENT = {
  ...EVERY,
  direction: orNull(oneOf('ltr', 'rtl')),
  format: ALIGNMENT,
  indent: INDENT,
  textFormat: TEXT_FORMAT,
  textStyle: STYLE,
}

const INLINE = new Set(['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock'])
const PARTS = new Set(['root', 'listitem', 'tablerow', 'tablecell'])

const only = (type: string, name: string) => ({ name, may: (child: string) => child === type })

const BLOCKS = {
  name: 'paragraphs, headings, lists and other blocks. Put text into a paragraph',
  may: (child: string) => !INLINE.has(child) && !PARTS.has(child),
}

const TEXTS_AND_BLOCKS = {
  name: 'text, links and blocks',
  may: (child: string) => !PARTS.has(child),
}

const link = { ...ELEMENT, fields: needed(OBJECT), id: TEXT }

/** `version` 1 of a block holds its fields elsewhere, and would open as an empty one. */
const BLOCK_VERSION = whole(2, 1_000)

export const NODES: Readonly<Record<string, NodeKind>> = {
  root: { attributes: ELEMENT, holds: BLOCKS },
  paragraph: { attributes: ELEMENT, holds: TEXTS_AND_BLOCKS },
  heading: {
    attributes: { ...ELEMENT, tag: needed(oneOf('h1', 'h2', 'h3', 'h4', 'h5', 'h6')) },
    holds: TEXTS_AND_BLOCKS,
  },
  quote: { attributes: ELEMENT, holds: TEXTS_AND_BLOCKS },
  list: {
    attributes: {
      ...ELEMENT,
      listType: needed(oneOf('bullet', 'number', 'check')),
      start: whole(-(2 ** 31), 2 ** 31 - 1),
      tag: oneOf('ul', 'ol'),
    },
    holds: only('listitem', '“listitem” nodes alone'),
  },
  listitem: {
    attributes: {
      ...ELEMENT,
      checked: orNull(TRUTH),
      indent: needed(INDENT),
      value: whole(-(2 ** 31), 2 ** 31 - 1),
    },
    holds: {
      name: 'text, links and lists. Leave paragraphs out and put their text here',
      may: (child) => !PARTS.has(child) && child !== 'paragraph',
    },
  },
  table: {
    attributes: {
      ...ELEMENT,
      colWidths: {
        name: 'a list of numbers, or null',
        is: (value) => value === null || (Array.isArray(value) && value.every(NUMBER.is)),
      },
      frozenColumnCount: whole(0, 1_000),
      frozenRowCount: whole(0, 1_000),
      rowStriping: TRUTH,
    },
    holds: only('tablerow', '“tablerow” nodes alone'),
  },
  tablerow: {
    attributes: { ...ELEMENT, height: NUMBER },
    holds: only('tablecell', '“tablecell” nodes alone'),
  },
  tablecell: {
    attributes: {
      ...ELEMENT,
      backgroundColor: orNull(COLOR),
      colSpan: SPAN,
      headerState: whole(0, 3),
      rowSpan: SPAN,
      verticalAlign: oneOf('', 'top', 'middle', 'bottom'),
      width: NUMBER,
    },
    holds: BLOCKS,
  },
  link: { attributes: link, holds: TEXTS_AND_BLOCKS },
  autolink: { attributes: link, holds: TEXTS_AND_BLOCKS },
  text: {
    attributes: {
      ...EVERY,
      detail: whole(0, 3),
      format: TEXT_FORMAT,
      mode: oneOf('normal', 'token', 'segmented'),
      style: STYLE,
      text: needed(TEXT),
    },
  },
  tab: {
    attributes: {
      ...EVERY,
      detail: needed(oneOf(2)),
      format: TEXT_FORMAT,
      mode: needed(oneOf('normal')),
      style: STYLE,
      text: oneOf('\t'),
    },
  },
  linebreak: { attributes: EVERY },
  horizontalrule: { attributes: EVERY },
  upload: {
    attributes: {
      ...EVERY,
      fields: orNull(OBJECT),
      format: ALIGNMENT,
      id: TEXT,
      relationTo: needed(TEXT),
    },
  },
  block: {
    attributes: { ...EVERY, fields: needed(OBJECT), format: ALIGNMENT, version: BLOCK_VERSION },
  },
  inlineBlock: { attributes: { ...EVERY, fields: needed(OBJECT) } },
}

/** What stands in a node and is looked at by itself. */
export const LOOKED_AT = new Set(['children', 'fields', 'type'])
