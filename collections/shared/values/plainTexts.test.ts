// What nobody may write is taken out of texts, wherever they stand, and everything else stays as it is.
import { describe, expect, it } from '@jest/globals'
import { withPlainTexts } from './plainTexts.ts'

const text = (style: string, fields?: object) => ({
  root: {
    type: 'root',
    textStyle: style,
    children: [
      {
        type: 'tablecell',
        backgroundColor: style === '' ? null : 'url(//elsewhere.example/)',
        children: [{ type: 'text', text: style, style }],
      },
      ...(fields ? [{ type: 'block', fields }] : []),
    ],
  },
})

const FREE = 'position: fixed'

describe('a document', () => {
  it('loses the CSS of each text that nobody may write, in rows, languages and blocks', () => {
    const document = (style: string) => ({
      body: { en: text(style), de: text(style, { style: FREE, quote: text(style) }) },
      chapters: [{ body: text(style) }, null],
    })
    const plain = withPlainTexts(document(FREE))
    const expected = JSON.parse(
      JSON.stringify(document('')).replaceAll('"text":""', `"text":"${FREE}"`),
    ) as unknown
    expect(plain).toEqual(expected)
  })

  it('is the same when there is none', () => {
    const document = {
      at: new Date(),
      bytes: Buffer.from(FREE),
      children: [{ style: FREE }],
      root: { style: FREE, children: [{ style: FREE }] },
      style: FREE,
      text: text('color: red').root.children[1],
      whole: text(''),
    }
    expect(withPlainTexts(document)).toBe(document)
  })
})
