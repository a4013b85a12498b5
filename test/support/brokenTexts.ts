// What a rich text must not be: each way with the path that the answer has to name.
import type { Node, RichText, Targets } from './richTexts.ts'

export type Broken = {
  name: string
  value: unknown
  /** Below the field; `''` for the field itself. */
  path: string
}

const paragraph = (...children: unknown[]) => ({
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
})

const text = (more: object = {}) => ({
  type: 'text',
  version: 1,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: 'words',
  ...more,
})

const root = (...children: unknown[]) => ({ ...paragraph(...children), type: 'root' })

const element = (type: string, children: unknown[], more: object = {}) => ({
  ...paragraph(...children),
  type,
  ...more,
})

const list = (more: object, ...children: unknown[]) =>
  element('list', children, { listType: 'bullet', start: 1, tag: 'ul', ...more })

const item = (more: object, ...children: unknown[]) =>
  element('listitem', children, { value: 1, ...more })

const link = (fields: unknown) => element('link', [text()], { version: 3, fields })

const block = (fields: unknown, more: object = {}) => ({
  type: 'block',
  version: 2,
  format: '',
  fields,
  ...more,
})

const cell = (more: object, ...children: unknown[]) =>
  element('tablecell', children, { colSpan: 1, headerState: 0, rowSpan: 1, ...more })

const nested = (levels: number): unknown =>
  list({}, item({}, levels > 1 ? nested(levels - 1) : text()))

const deep = (levels: number): unknown =>
  levels > 0 ? element('quote', [deep(levels - 1)]) : text()

/** As the whole of a field. */
export const WHOLE: Broken[] = [
  { name: 'a text', value: 'words', path: '' },
  { name: 'JSON in a text', value: JSON.stringify({ root: root(paragraph(text())) }), path: '' },
  { name: 'a number', value: 5, path: '' },
  { name: 'true', value: true, path: '' },
  { name: 'a list', value: [root(paragraph(text()))], path: '' },
  { name: 'an empty object', value: {}, path: '' },
  { name: 'a root of null', value: { root: null }, path: '' },
  { name: 'a root that is a list', value: { root: [] }, path: '' },
  { name: 'a root of another type', value: { root: paragraph(text()) }, path: '.root' },
  {
    name: 'a root without children',
    value: { root: { ...root(), children: undefined } },
    path: '.root',
  },
  {
    name: 'a root with children of null',
    value: { root: { ...root(), children: null } },
    path: '.root',
  },
  {
    name: 'a root with a text as children',
    value: { root: { ...root(), children: 'x' } },
    path: '.root',
  },
  { name: 'a root with nothing in it', value: { root: root() }, path: '.root' },
  {
    name: 'a list of 40 levels',
    value: { root: root(nested(40)) },
    path: `.root.children.0${'.children.0.children.0'.repeat(20)}`,
  },
  {
    name: 'a quote of 150 levels',
    value: { root: root(deep(150)) },
    path: `.root${'.children.0'.repeat(100)}`,
  },
]

/** CSS that would cover, move or load something in the admin of whoever opens the text. */
const STYLES = [
  'position:fixed;inset:0;background:url(http://elsewhere.example/)',
  'color:red;position:fixed',
  'background:url(//elsewhere.example/a.png)',
  'color:url(//elsewhere.example/)',
  'color:var(--theme-text)',
  'color:red !important',
  'color:red/**/;/**/position:fixed',
  'colo\\72:red',
  'font-size:900px',
  'color',
  '--x:red',
  '}*{color:red',
  `color:red;${' '.repeat(1_000)}`,
]

const COLORS = [
  'red;background:url(//elsewhere.example/)',
  'url(//elsewhere.example/)',
  'no colour',
  'var(--theme-text)',
  '#12',
  'rgb(1,2,3);position:fixed',
]

/** As one of the blocks of a text. */
const NODES = ({
  document,
  media,
  page,
}: Targets): [name: string, node: unknown, below?: string][] => [
  ['null', null],
  ['a text instead of a node', 'words'],
  ['a list instead of a node', [paragraph(text())]],
  ['a node without a type', { ...paragraph(text()), type: undefined }],
  ['a node of an unknown type', element('mystery', [text()])],
  ['a node of the name of a method', element('constructor', [text()])],
  [
    'a node that this editor does not have',
    { type: 'relationship', version: 2, relationTo: 'pages', value: page },
  ],
  ['a root within a root', root(paragraph(text()))],
  ['words outside of a paragraph', text()],
  ['a link outside of a paragraph', link({ linkType: 'custom', url: 'https://example.com' })],
  ['an unknown leaf', paragraph({ type: 'mystery', version: 1, text: 'words' }), '.children.0'],
  ['a child of null', paragraph(text(), null), '.children.1'],
  ['children of null', { ...paragraph(), children: null }],
  ['children that are an object', { ...paragraph(), children: {} }],
  ['an alignment that is none', { ...paragraph(text()), format: 'middle' }],
  ['a mark as an alignment', { ...paragraph(text()), format: 1 }],
  ['a direction that is none', { ...paragraph(text()), direction: 'up' }],
  ['an indent below zero', { ...paragraph(text()), indent: -1 }],
  ['an indent as a text', { ...paragraph(text()), indent: '1' }],
  ['a version as a text', { ...paragraph(text()), version: '1' }],
  ['slots', { ...paragraph(text()), $slots: { a: paragraph(text()) } }],
  ['words of a number', paragraph(text({ text: 5 })), '.children.0'],
  ['words of null', paragraph(text({ text: null })), '.children.0'],
  ['a leaf without words', paragraph(text({ text: undefined })), '.children.0'],
  ['a mark by its name', paragraph(text({ format: 'bold' })), '.children.0'],
  ['marks that do not exist', paragraph(text({ format: 4096 })), '.children.0'],
  ['a mode that is none', paragraph(text({ mode: 'loud' })), '.children.0'],
  ['a style of an object', paragraph(text({ style: {} })), '.children.0'],
  ...STYLES.map((style): [string, unknown, string] => [
    `the style ${style.slice(0, 60)}`,
    paragraph(text({ style })),
    '.children.0',
  ]),
  ['a style of later texts', { ...paragraph(text()), textStyle: 'position:fixed;inset:0' }],
  [
    'a style of a tab',
    paragraph({ ...text({ detail: 2, style: 'position:fixed', text: '\t' }), type: 'tab' }),
    '.children.0',
  ],
  ...COLORS.map((backgroundColor): [string, unknown, string] => [
    `the colour ${backgroundColor.slice(0, 60)}`,
    element('table', [element('tablerow', [cell({ backgroundColor }, paragraph(text()))])]),
    '.children.0.children.0',
  ]),
  [
    'a cell that stands nowhere',
    element('table', [
      element('tablerow', [cell({ verticalAlign: 'top;position:fixed' }, paragraph(text()))]),
    ]),
    '.children.0.children.0',
  ],
  ['NUL', paragraph(text({ text: 'a\u0000b' })), '.children.0.text'],
  ['half of a pair', paragraph(text({ text: 'a\ud800b' })), '.children.0.text'],
  ['the other half', paragraph(text({ text: '\udc00' })), '.children.0.text'],
  ['NUL in a style', paragraph(text({ style: '\u0000' })), '.children.0.style'],
  [
    'NUL where nobody looks',
    { ...paragraph(text()), anything: { at: ['\u0000'] } },
    '.anything.at.0',
  ],
  ['NUL in a name', { ...paragraph(text()), anything: { '\u0000': 1 } }, '.anything'],
  ['children of a leaf', paragraph({ ...text(), children: [text()] }), '.children.0'],
  [
    'a tab that Lexical refuses',
    paragraph(text({ type: 'tab', text: '\t', detail: 0 })),
    '.children.0',
  ],
  ['a heading that is none', element('heading', [text()], { tag: 'h7' })],
  ['a heading of a paragraph', element('heading', [text()], { tag: 'p' })],
  ['a heading without a tag', element('heading', [text()])],
  ['a list of no kind', list({ listType: 'dash' }, item({}, text()))],
  ['a list without a kind', list({ listType: undefined }, item({}, text()))],
  ['a list that starts nowhere', list({ start: 'one' }, item({}, text()))],
  ['words in a list', list({}, text()), '.children.0'],
  ['a paragraph in a list', list({}, paragraph(text())), '.children.0'],
  ['an item outside of a list', item({}, text())],
  ['a paragraph in an item', list({}, item({}, paragraph(text()))), '.children.0.children.0'],
  ['an item without an indent', list({}, item({ indent: undefined }, text())), '.children.0'],
  ['an item that would never end', list({}, item({ indent: 1e9 }, text())), '.children.0'],
  [
    'a tick of a text',
    list({ listType: 'check' }, item({ checked: 'yes' }, text())),
    '.children.0',
  ],
  ['a row outside of a table', element('tablerow', [cell({}, paragraph(text()))])],
  ['a cell outside of a row', cell({}, paragraph(text()))],
  ['a cell in a table', element('table', [cell({}, paragraph(text()))]), '.children.0'],
  ['a paragraph in a table', element('table', [paragraph(text())]), '.children.0'],
  [
    'words in a cell',
    element('table', [element('tablerow', [cell({}, text())])]),
    '.children.0.children.0.children.0',
  ],
  [
    'a cell across nothing',
    element('table', [element('tablerow', [cell({ colSpan: 0 }, paragraph(text()))])]),
    '.children.0.children.0',
  ],
  [
    'a cell across everything',
    element('table', [element('tablerow', [cell({ rowSpan: 1e9 }, paragraph(text()))])]),
    '.children.0.children.0',
  ],
  ['widths of texts', element('table', [], { colWidths: ['92'] })],
  ['a link without fields', paragraph(link(undefined)), '.children.0'],
  ['a link without a URL', paragraph(link({ linkType: 'custom' })), '.children.0'],
  ['a link to a number', paragraph(link({ linkType: 'custom', url: 5 })), '.children.0'],
  ['a link of no kind', paragraph(link({ linkType: 'magic', url: '/' })), '.children.0'],
  ['a link with a tab of a text', paragraph(link({ newTab: 'yes', url: '/' })), '.children.0'],
  [
    'a link to what is not linked to',
    paragraph(link({ linkType: 'internal', doc: { relationTo: 'users', value: page } })),
    '.children.0',
  ],
  [
    'a link to no document',
    paragraph(link({ linkType: 'internal', doc: { relationTo: 'pages', value: 'about' } })),
    '.children.0',
  ],
  [
    'a pending upload',
    {
      type: 'upload',
      version: 3,
      format: '',
      id: 'x',
      pending: { formID: 'x', src: 'https://example.com/a.png' },
    },
  ],
  [
    'an upload of nothing',
    { type: 'upload', version: 3, format: '', fields: {}, relationTo: 'media' },
  ],
  [
    'an upload of a name',
    { type: 'upload', version: 3, format: '', fields: {}, relationTo: 'media', value: 'a.png' },
  ],
  [
    'an upload from elsewhere',
    {
      type: 'upload',
      version: 3,
      format: '',
      fields: {},
      relationTo: 'documents',
      value: document,
    },
  ],
  [
    'an upload with a number as its caption',
    {
      type: 'upload',
      version: 3,
      format: '',
      fields: { caption: 5 },
      relationTo: 'media',
      value: media,
    },
    '.fields.caption',
  ],
  ['a block without fields', block(undefined)],
  ['a block of no type', block({})],
  ['a block of an unknown type', block({ blockType: 'mystery' })],
  ['a block of the name of a method', block({ blockType: 'constructor' })],
  [
    'a block that would open empty',
    block({ data: { blockType: 'code', code: 'x' }, blockType: 'code' }, { version: 1 }),
  ],
  [
    'an inline block',
    paragraph({ type: 'inlineBlock', version: 1, fields: { blockType: 'code' } }),
    '.children.0',
  ],
  ['a block with a number as its id', block({ blockType: 'code', code: 'x', id: 5 }), '.fields'],
  [
    'a number that is none',
    block({ blockType: 'metric', items: [{ value: 'abc', label: 'x' }] }),
    '.fields.items.0.value',
  ],
  [
    'a number as a text',
    block({ blockType: 'metric', items: [{ value: '5', label: 'x' }] }),
    '.fields.items.0.value',
  ],
  ['rows of a text', block({ blockType: 'metric', items: 'many' }), '.fields.items'],
  ['a choice that is none', block({ blockType: 'gallery', layout: 'heap' }), '.fields.layout'],
  [
    'a picture that is none',
    block({ blockType: 'beforeAfter', before: 'x.png' }),
    '.fields.before',
  ],
  ['words of an object', block({ blockType: 'quote', text: { en: 'x' } }), '.fields.text'],
  ['NUL in a block', block({ blockType: 'code', code: 'a\u0000' }), '.fields.code'],
]

/** Each as the last block of a text that is whole. */
export const brokenIn = ({ targets, whole }: { targets: Targets; whole: RichText }): Broken[] => {
  const before = whole.root.children ?? []
  return NODES(targets).map(([name, node, below = '']) => ({
    name,
    value: { ...whole, root: { ...whole.root, children: [...before, node as Node] } },
    path: `.root.children.${before.length}${below}`,
  }))
}
