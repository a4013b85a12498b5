/** Whatever tree comes in, what goes out is a state that Lexical loads, every node in its place. */
import type { Element, ElementContent, Root } from 'hast'

import { beforeAll, describe, expect, it } from '@jest/globals'
import {
  BlocksFeature,
  editorConfigFactory,
  EXPERIMENTAL_TableFeature,
  getEnabledNodes,
} from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import fc from 'fast-check'

import type { LexicalNode } from './nodes.ts'

import { childrenOf, editorState, lexicalText } from './nodes.ts'
import { convert, markdown } from './testSupport.ts'

let load: (nodes: LexicalNode[]) => unknown

beforeAll(async () => {
  const config = {
    collections: [{ admin: {}, fields: [], slug: 'media', upload: true }],
    localization: false,
  } as never
  const editorConfig = await editorConfigFactory.fromFeatures({
    config,
    features: ({ defaultFeatures }) => [
      ...defaultFeatures,
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: [] }),
    ],
  })
  const nodes = getEnabledNodes({ editorConfig })
  load = (blocks) => {
    const editor = createHeadlessEditor({
      nodes,
      onError: (error) => {
        throw error
      },
    })
    return editor.parseEditorState(JSON.stringify(editorState(blocks))).toJSON()
  }
})

describe('any tree', () => {
  const names = [
    'p',
    'div',
    'span',
    'a',
    'b',
    'code',
    'pre',
    'ul',
    'ol',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'thead',
    'blockquote',
    'figure',
    'figcaption',
    'img',
    'iframe',
    'video',
    'h1',
    'h4',
    'br',
    'hr',
    'dl',
    'dt',
    'dd',
    'details',
    'summary',
    'input',
    'svg',
    'script',
    'cite',
    'section',
    'vitrine-metric',
    'vitrine-testimonial',
    'vitrine-button',
    'vitrine-embed',
    'x-odd',
  ]
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'https://x.example/',
      'a.png',
      'javascript:1',
      '#a',
      '5',
      'checkbox',
      'https://youtu.be/abc',
      '12%',
      'gallery',
      'x.pdf',
    ),
  )
  const properties = fc.dictionary(
    fc.constantFrom(
      'href',
      'src',
      'alt',
      'title',
      'start',
      'type',
      'colSpan',
      'rowSpan',
      'quote',
      'attribution',
      'url',
      'label',
      'value',
    ),
    value,
    { maxKeys: 4 },
  )
  const className = fc.constantFrom<string[]>(
    [],
    ['gallery'],
    ['testimonial'],
    ['contains-task-list'],
    ['wp-block-embed'],
  )
  const { node } = fc.letrec<{ node: ElementContent }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.string().map((text): ElementContent => ({ type: 'text', value: text })),
      fc
        .record({
          children: fc.array(tie('node'), { maxLength: 5 }),
          className,
          properties,
          tagName: fc.constantFrom(...names),
        })
        .map(({ children, className: classes, properties: attributes, tagName }): Element => ({
          children,
          properties: { ...attributes, className: classes },
          tagName,
          type: 'element',
        })),
    ),
  }))
  const tree = fc
    .array(node, { maxLength: 6 })
    .map((children): Root => ({ children, type: 'root' }))

  const INLINE = new Set(['text', 'linebreak', 'link'])
  const ALLOWED: Record<string, (child: string) => boolean> = {
    heading: (child) => INLINE.has(child),
    link: (child) => child === 'text' || child === 'linebreak',
    list: (child) => child === 'listitem',
    listitem: (child) => INLINE.has(child) || child === 'list',
    paragraph: (child) => INLINE.has(child),
    quote: (child) => INLINE.has(child),
    root: (child) =>
      !INLINE.has(child) &&
      child !== 'listitem' &&
      !child.startsWith('tabler') &&
      child !== 'tablecell',
    table: (child) => child === 'tablerow',
    tablecell: (child) =>
      !INLINE.has(child) && child !== 'listitem' && child !== 'tablerow' && child !== 'tablecell',
    tablerow: (child) => child === 'tablecell',
  }
  const misplaced = (parent: LexicalNode): string[] =>
    childrenOf(parent).flatMap((child) => [
      ...(ALLOWED[parent.type]?.(child.type) ? [] : [`${child.type} in ${parent.type}`]),
      ...misplaced(child),
    ])

  /** `textFormat` is the editor's memory of the last format used in a paragraph: it follows its text. */
  const comparable = (state: unknown): unknown =>
    JSON.parse(
      JSON.stringify(state, (key, value: unknown) =>
        key === 'textFormat' || key === 'textStyle' ? undefined : value,
      ),
    )

  it('becomes a state that Lexical loads and gives back unchanged', () => {
    fc.assert(
      fc.property(tree, (root) => {
        const { nodes } = convert(root)
        expect(comparable(load(nodes))).toEqual(comparable(editorState(nodes)))
      }),
      { numRuns: 300 },
    )
  })

  it('puts every node where it may stand', () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(misplaced(editorState(convert(root).nodes).root)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('loses no word of a paragraph', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12, minLength: 1 }),
        fc.constantFrom('p', 'div', 'li', 'blockquote', 'td', 'span'),
        (words, tagName) => {
          const { nodes } = convert({
            children: [
              {
                children: [{ type: 'text', value: words.join(' ') }],
                properties: {},
                tagName,
                type: 'element',
              },
            ],
            type: 'root',
          })
          expect(nodes.map(lexicalText).join('')).toBe(words.join(' '))
        },
      ),
    )
  })

  it('reads any Markdown without failing', () => {
    const piece = fc.constantFrom(
      '# ',
      '* ',
      '1. ',
      '> ',
      '```',
      '|',
      '---',
      '\n',
      '\n\n',
      '    ',
      '<div>',
      '</div>',
      '{% ',
      ' %}',
      '{{ ',
      ' }}',
      '{{< ',
      ' >}}',
      '[',
      '](',
      ')',
      '![',
      '**',
      '_',
      '<',
      '>',
      '"',
      'word ',
      ':',
      '{:toc}',
      '<Foo ',
      '/>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        load(markdown(pieces.join('')).nodes)
      }),
      { numRuns: 300 },
    )
  })
})
