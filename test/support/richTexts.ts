// Rich texts of every node, mark, block and nesting that the editor allows, and the same with one thing wrong.
import fc from 'fast-check'
import { BLOCK_TYPES, fieldsOf } from './textBlocks.ts'

export type Node = { type: string; children?: Node[]; [key: string]: unknown }
export type RichText = { root: Node }

/** What the texts may point at. */
export type Targets = { document: string; media: string; page: string; study: string }

const element = (type: string, children: Node[], more: object = {}): Node => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})

const textNode = (text: string, format = 0, more: object = {}): Node => ({
  type: 'text',
  version: 1,
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text,
  ...more,
})

/** Words in several scripts, with what HTML and JSON escape, and with what stands for two code units. */
const words = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/),
    fc.constantFrom(
      'Ærø & Söhne <b>',
      "“quoted” 'single'",
      '日本の港',
      'نص عربي',
      '👩‍👩‍👧 𝒳',
      'a\\b\\u0041',
      '%00 &amp;',
    ),
  )

const ID = fc.stringMatching(/^[0-9a-f]{24}$/)

const STYLES = [
  '',
  '',
  'color: rgb(212, 35, 26); background-color: #fff3',
  'font-weight:700;text-decoration:underline line-through',
  'white-space: pre-wrap;',
]

const ALIGNMENTS = ['', 'left', 'start', 'center', 'right', 'end', 'justify']

/** A text whose every leaf has words of its own, so that a lost one is seen. */
export const richTexts = (targets: Targets): fc.Arbitrary<RichText> =>
  fc
    .array(blocks(targets), { minLength: 1, maxLength: 6 })
    .map((children) => ({ root: numbered(element('root', children), { count: 0 }) }))

const numbered = (node: Node, counter: { count: number }): Node => {
  if (node.type === 'text') {
    counter.count += 1
    return { ...node, text: `w${counter.count}x ${String(node.text)}` }
  }
  return node.children
    ? { ...node, children: node.children.map((child) => numbered(child, counter)) }
    : node
}

const leaves = (): fc.Arbitrary<Node> =>
  fc.oneof(
    {
      arbitrary: fc
        .tuple(
          words(),
          // Every combination of the eleven marks, those alone more often.
          fc.oneof(
            fc.constantFrom(0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024),
            fc.nat(2047),
          ),
          fc.constantFrom('normal', 'normal', 'token', 'segmented'),
          fc.nat(3),
          fc.constantFrom(...STYLES),
        )
        .map(([text, format, mode, detail, style]) =>
          textNode(text, format, { mode, detail, style }),
        ),
      weight: 6,
    },
    { arbitrary: fc.constant<Node>({ type: 'linebreak', version: 1 }), weight: 1 },
    {
      arbitrary: fc.constant<Node>({ ...textNode('\t', 0), type: 'tab', detail: 2 }),
      weight: 1,
    },
  )

const links = (targets: Targets): fc.Arbitrary<Node> =>
  fc
    .tuple(
      fc.array(leaves(), { minLength: 1, maxLength: 3 }),
      ID,
      fc.boolean(),
      fc.constantFrom<['autolink' | 'link', object]>(
        ['link', { linkType: 'custom', url: 'https://example.com/a?b=c#d' }],
        ['link', { linkType: 'custom', url: '/über-uns' }],
        ['link', { linkType: 'custom', url: '#part' }],
        ['link', { linkType: 'custom', url: 'mailto:a@b.example' }],
        ['link', { linkType: 'custom', url: 'http://intranet/start' }],
        ['autolink', { linkType: 'custom', url: 'https://example.com' }],
        ['link', { linkType: 'internal', doc: { relationTo: 'pages', value: targets.page } }],
        [
          'link',
          { linkType: 'internal', doc: { relationTo: 'case-studies', value: targets.study } },
        ],
      ),
    )
    .map(([children, id, newTab, [type, fields]]) =>
      element(type, children, {
        fields: { newTab, ...structuredClone(fields) },
        ...(type === 'link' ? { id, version: 3 } : { version: 2 }),
      }),
    )

const lines = (targets: Targets): fc.Arbitrary<Node[]> =>
  fc.array(fc.oneof({ arbitrary: leaves(), weight: 4 }, { arbitrary: links(targets), weight: 1 }), {
    maxLength: 4,
  })

const uploads = ({ media }: Targets): fc.Arbitrary<Node> =>
  fc.tuple(ID, words()).map(([id, caption]) => ({
    type: 'upload',
    version: 3,
    format: '',
    id,
    relationTo: 'media',
    value: media,
    fields: { caption },
  }))

const RULE: Node = { type: 'horizontalrule', version: 1 }

const lists = (targets: Targets, level: number): fc.Arbitrary<Node> => {
  const kinds = fc.constantFrom<[string, string]>(
    ['bullet', 'ul'],
    ['number', 'ol'],
    ['check', 'ul'],
  )
  const rows = fc.array(
    fc.tuple(
      lines(targets),
      fc.boolean(),
      level < 3 ? fc.option(lists(targets, level + 1), { freq: 3 }) : fc.constant(null),
    ),
    { minLength: 1, maxLength: 3 },
  )
  return fc
    .tuple(kinds, rows, fc.integer({ min: 1, max: 9 }))
    .map(([[listType, tag], items, start]) =>
      element(
        'list',
        items.flatMap(([line, checked, nested], index) => {
          const more = {
            indent: level,
            value: index + start,
            ...(listType === 'check' ? { checked } : {}),
          }
          // As Lexical nests: in an item of its own.
          return [
            element('listitem', line, more),
            ...(nested ? [element('listitem', [nested], more)] : []),
          ]
        }),
        { listType, start, tag },
      ),
    )
}

const tables = (targets: Targets): fc.Arbitrary<Node> =>
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .chain(([rows, columns, isWide]) =>
      fc
        .array(
          fc.array(
            fc.tuple(fc.array(simpleBlocks(targets), { minLength: 1, maxLength: 2 }), fc.nat(3)),
            { minLength: columns, maxLength: columns },
          ),
          { minLength: rows, maxLength: rows },
        )
        .map((grid) =>
          element(
            'table',
            grid.map((cells) =>
              element(
                'tablerow',
                cells.map(([children, headerState]) =>
                  element('tablecell', children, {
                    backgroundColor: headerState > 1 ? 'rgb(212, 35, 26)' : null,
                    colSpan: 1,
                    headerState,
                    rowSpan: 1,
                  }),
                ),
              ),
            ),
            isWide ? { colWidths: grid[0]!.map(() => 92), rowStriping: true } : {},
          ),
        ),
    )

const simpleBlocks = (targets: Targets): fc.Arbitrary<Node> =>
  fc.oneof(
    fc
      .tuple(
        lines(targets),
        fc.constantFrom(...ALIGNMENTS),
        fc.constantFrom(null, 'ltr', 'rtl'),
        fc.nat(3),
      )
      .map(([children, format, direction, indent]) =>
        element('paragraph', children, { direction, format, indent }),
      ),
    fc
      .tuple(lines(targets), fc.constantFrom('h2', 'h3', 'h4'))
      .map(([children, tag]) => element('heading', children, { tag })),
    lines(targets).map((children) => element('quote', children)),
    lists(targets, 0),
  )

/** What is pasted from a page has blocks within lines. */
const pasted = (targets: Targets): fc.Arbitrary<Node> =>
  fc
    .tuple(
      lines(targets),
      fc.oneof(uploads(targets), simpleBlocks(targets)),
      lines(targets),
      fc.constantFrom('paragraph', 'heading', 'quote'),
    )
    .map(([before, within, after, type]) =>
      element(type, [...before, within, ...after], type === 'heading' ? { tag: 'h2' } : {}),
    )

const blocks = (targets: Targets): fc.Arbitrary<Node> =>
  fc.oneof(
    { arbitrary: simpleBlocks(targets), weight: 6 },
    { arbitrary: pasted(targets), weight: 1 },
    { arbitrary: tables(targets), weight: 2 },
    { arbitrary: uploads(targets), weight: 1 },
    { arbitrary: fc.constant(RULE), weight: 1 },
    { arbitrary: ownBlocks(targets), weight: 4 },
  )

const ownBlocks = (targets: Targets): fc.Arbitrary<Node> =>
  fc
    .tuple(ID, ID, ID, fc.constantFrom(...BLOCK_TYPES), words(), fc.boolean())
    .map(([id, first, second, blockType, text, isFull]) => ({
      type: 'block',
      version: 2,
      format: '',
      fields: {
        id,
        blockName: '',
        blockType,
        ...fieldsOf({ blockType, isFull, rows: [first, second], targets, text }),
      },
    }))
export const wordsOf = (node: Node): string[] => [
  ...(typeof node.text === 'string' ? [node.text] : []),
  ...(node.type === 'block' || node.type === 'upload' ? shownIn(node.fields) : []),
  ...(node.children ?? []).flatMap(wordsOf),
]

const UNSHOWN = new Set([
  'after',
  'before',
  'blockName',
  'blockType',
  'document',
  'id',
  'image',
  'kind',
  'language',
  'layout',
  'page',
  'ratio',
  'unit',
  'url',
])

const shownIn = (fields: unknown): string[] => {
  if (typeof fields === 'string') {
    return [fields]
  }
  if (Array.isArray(fields)) {
    return fields.flatMap(shownIn)
  }
  return typeof fields === 'object' && fields !== null
    ? Object.entries(fields).flatMap(([name, value]) =>
        UNSHOWN.has(name) && typeof value === 'string' ? [] : shownIn(value),
      )
    : []
}

/** Every node with the path of it, below `root`. */
export const nodesIn = (node: Node, path = 'root'): { node: Node; path: string }[] => [
  { node, path },
  ...(node.children ?? []).flatMap((child, index) => nodesIn(child, `${path}.children.${index}`)),
]
