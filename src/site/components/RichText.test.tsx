/** Every node that the editor offers reaches the page, and nothing that could run does. */
import { describe, expect, it } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import type { LexicalNode } from '../documents.ts'
import { block, heading, media, paragraph, state, testimonial, text } from '../fixtures.ts'
import { study } from '../fixtures.studies.ts'
import { contextFor } from '../present/context.ts'
import { presentRichText } from '../present/richText.ts'
import { widths } from '../themes/broadsheet/widths.ts'
import { RichText } from './RichText.tsx'

const context = contextFor({
  mode: 'path',
  tenant: 'harbor',
  locale: 'en',
  defaultLocale: 'en',
  brand: '#0b4f6c',
  serverUrl: null,
})
const render = (...nodes: LexicalNode[]) =>
  renderToStaticMarkup(
    <RichText
      nodes={presentRichText({ state: state(...nodes), context, headingFrom: 3 })}
      strings={context.strings}
      widths={widths}
    />,
  )
const link = (fields: Record<string, unknown>) =>
  paragraph({ type: 'link', fields, children: [text('go')] })
const file = {
  id: 'f',
  title: 'Report',
  url: '/api/documents/file/report.pdf',
  filename: 'report.pdf',
  filesize: 2_400_000,
}

describe('the place of a missing image', () => {
  const place = (written: string) => ({
    ...paragraph(text(written)),
    $: { missingImage: { alt: '', id: '1', name: 'a.png', text: 'Image a.png belongs here.' } },
  })

  it('is nothing to a visitor, until somebody writes into it', () => {
    expect(render(place('Image a.png belongs here.'))).toBe(render())
    expect(render(place('Now a sentence.'))).toContain('Now a sentence.')
  })
})

describe('text', () => {
  it('keeps every format, alone and together', () => {
    const formats: [number, string][] = [
      [1, 'strong'],
      [2, 'em'],
      [4, 's'],
      [8, 'u'],
      [16, 'code'],
      [32, 'sub'],
      [64, 'sup'],
    ]
    for (const [bit, tag] of formats) {
      expect(render(paragraph(text('x', bit)))).toContain(`<${tag}>x</${tag}>`)
    }
    expect(render(paragraph(text('x', 3)))).toContain('<em><strong>x</strong></em>')
  })

  it('is escaped', () => {
    expect(render(paragraph('<img src=x onerror=alert(1)>'))).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    )
  })

  it('survives in nodes that this version does not know', () => {
    expect(render({ type: 'future', children: [paragraph('kept')] })).toContain('kept')
    expect(render(paragraph('before ', { type: 'future', text: 'kept' }, ' after'))).toBe(
      '<p>before kept after</p>',
    )
    expect(render({ type: 'future', text: 'kept' })).toContain('kept')
  })

  it('survives in blocks that stand within a line, as in what is pasted from a page', () => {
    const inner = [paragraph('one'), heading('h2', 'two'), block('code', { code: 'three' })]
    for (const outer of ['paragraph', 'quote', 'link']) {
      const html = render({ type: outer, children: [text('zero'), ...inner] })
      for (const word of ['zero', 'one', 'two', 'three']) {
        expect({ outer, html }).toEqual({ outer, html: expect.stringContaining(word) })
      }
    }
    expect(render({ type: 'quote', children: [paragraph('one'), paragraph('two')] })).toBe(
      '<blockquote><p>one<br/>two</p></blockquote>',
    )
  })
})

describe('headings', () => {
  it('never skip a level, wherever the editor began', () => {
    expect(
      render(heading('h4', 'a'), heading('h2', 'b'), heading('h4', 'c'), heading('h3', 'd')).match(
        /<h\d/g,
      ),
    ).toEqual(['<h3', '<h3', '<h4', '<h4'])
  })
})

describe('links', () => {
  it('lead where they may', () => {
    expect(render(link({ linkType: 'custom', url: 'https://example.com' }))).toContain(
      'href="https://example.com"',
    )
    expect(
      render(link({ linkType: 'internal', doc: { relationTo: 'case-studies', value: study } })),
    ).toContain('href="/harbor/work/arrival-clock"')
  })

  it('become plain text when they would run something or lead nowhere', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' JaVaScRiPt:alert(1)',
      '//evil.example',
      'vbscript:x',
    ]) {
      expect(render(link({ linkType: 'custom', url }))).toBe('<p>go</p>')
    }
    expect(
      render(link({ linkType: 'internal', doc: { relationTo: 'pages', value: 'only-an-id' } })),
    ).toBe('<p>go</p>')
  })
})

describe('blocks of text', () => {
  const items = (listType: string, extra = {}) => ({
    type: 'list',
    listType,
    children: [
      { type: 'listitem', children: [text('one')], ...extra },
      {
        type: 'listitem',
        children: [
          {
            type: 'list',
            listType: 'bullet',
            children: [{ type: 'listitem', children: [text('inner')] }],
          },
        ],
      },
    ],
  })

  it.each([
    ['bullet', '<ul><li>one<ul><li>inner'],
    ['number', '<ol><li>one<ul><li>inner'],
  ])('%s lists nest', (kind, expected) => {
    expect(render(items(kind))).toContain(expected)
  })

  it('checklists say what is done', () => {
    expect(render(items('check', { checked: true }))).toContain('class="is-done"')
  })

  it('quotes, rules and tables', () => {
    const cell = (value: string, headerState: number) => ({
      type: 'tablecell',
      headerState,
      colSpan: 1,
      children: [paragraph(value)],
    })
    const html = render(
      { type: 'quote', children: [text('said')] },
      { type: 'horizontalrule' },
      {
        type: 'table',
        children: [
          { type: 'tablerow', children: [cell('Port', 1)] },
          { type: 'tablerow', children: [cell('Ostrand', 0)] },
        ],
      },
    )
    expect(html).toContain('<blockquote><p>said</p></blockquote><hr/>')
    expect(html).toContain(
      '<thead><tr><th scope="col">Port</th></tr></thead><tbody><tr><td>Ostrand</td></tr></tbody>',
    )
  })

  it('uploads and relationships', () => {
    const html = render(
      {
        type: 'upload',
        relationTo: 'media',
        value: media('crane'),
        fields: { caption: 'A crane' },
      },
      { type: 'upload', relationTo: 'documents', value: file, fields: {} },
      { type: 'relationship', relationTo: 'case-studies', value: study },
    )
    expect(html).toContain('alt="A picture of crane"')
    expect(html).toContain('<figcaption>')
    expect(html).toContain('PDF, 2.4 MB')
    expect(html).toContain('>A harbour that tells ships when to come</a>')
  })
})

describe('the eleven blocks', () => {
  const blocks: [string, Record<string, unknown>, string][] = [
    ['metric', { items: [{ label: 'Wait', before: 31, after: 10, unit: 'h' }] }, 'class="metrics'],
    [
      'gallery',
      { layout: 'justified', images: [{ image: media('a') }, { image: media('b'), caption: 'B' }] },
      'gallery is-justified',
    ],
    [
      'beforeAfter',
      { before: media('a'), after: media('b'), beforeLabel: '2024', afterLabel: '2025' },
      'type="range"',
    ],
    ['video', { kind: 'link', url: 'https://youtu.be/dQw4w9WgXcQ', poster: media('p') }, 'YouTube'],
    ['quote', { testimonial }, testimonial.quote ?? ''],
    ['timeline', { items: [{ date: 'March', title: 'Begin' }] }, 'timeline-date'],
    [
      'compare',
      { rows: [{ aspect: 'Speed', left: 'slow', right: 'fast' }] },
      '<th scope="row">Speed</th>',
    ],
    ['embed', { url: 'https://www.figma.com/file/abc', title: 'Prototype', ratio: '4:3' }, 'Figma'],
    ['code', { language: 'ts', filename: 'a.ts', code: 'const a = 1 < 2' }, 'const a = 1 &lt; 2'],
    ['downloads', { items: [{ document: file }] }, 'report.pdf'],
    ['callToAction', { label: 'Write', kind: 'url', url: 'https://example.com' }, 'class="button"'],
  ]

  it.each(blocks)('%s is shown', (blockType, fields, expected) => {
    expect(render(block(blockType, fields))).toContain(expected)
  })

  it.each(blocks.map(([blockType]) => blockType))(
    '%s shows nothing, and breaks nothing, while it is empty',
    (blockType) => {
      expect(render(block(blockType, {}))).toBe('')
    },
  )
})
