// What each program puts on the clipboard, and what becomes of it in the editor.
import { describe, expect, it } from '@jest/globals'
import { draw, fixture, read } from '../testSupport.ts'

describe('from Word', () => {
  it('headings, lists within lists, links, tables and footnotes arrive, and nothing of a review does', () => {
    expect(draw({ html: fixture('word.html') })).toEqual([
      '## Der letzte Bus',
      '## Ausgangslage',
      'Zwölf **Linien**, *keine* Anschlüsse nach 22\u00a0Uhr⁺[1]⁺, siehe [den Fahrplan](https://www.example.org/fahrplan?linie=7&tag=mo#nacht).',
      '### 1.1 Befund',
      '- Word Punkt eins',
      '  - darunter **fett** /  / Noch ein Absatz dazu',
      '- Word Punkt zwei',
      'Und der Reihe nach:',
      '3. Drittens',
      '  1. zuerst',
      '4. Viertens',
      '> Man kommt hin, aber nicht zurück.',
      'Am Ende neu fertig.',
      '(Missing: clip_image002.png, “Das Depot bei Nacht”)',
      '[Linie] | [Fahrgäste]',
      '7 | 1.240',
      '---',
      '⁺[1]⁺ Stand: März 2026.',
    ])
  })

  it('for the web, lists of one point each are one list', () => {
    expect(draw({ html: fixture('word-online.html') })).toEqual([
      '## From the web',
      '- One',
      '  - Below',
      '- **Two**',
    ])
  })

  it('and from Excel, cells are a table with a head', () => {
    expect(draw({ html: fixture('excel.html') })).toEqual(['[Year] | [Trips]', '2026 | 12,5'])
  })
})

describe('from Google Docs', () => {
  it('weights and lists that are written as styles and siblings are what they mean', () => {
    expect(draw({ html: fixture('google-docs.html') })).toEqual([
      '## A benefit in one evening',
      'Plain, **bold*** italic*, H₋2₋O and [a link](https://example.org/a(b)?x=1&y=%C3%BC#Teil-2).',
      '### What we did',
      '- One',
      '  - One, below',
      '    1. Deeper',
      '- Two',
      '[x] Done',
      '(Missing: image, “A hall full of people”)',
      '[When] | [Guests]',
      '19:00 | 240',
      'With a note⁺1⁺',
    ])
  })
})

const NOTION = [
  '## Reading room',
  'With **bold**, *italic*, `code` and [a page](https://www.notion.so/Notes-1a2b3c?pvs=21).',
  '- One',
  '  - Below',
  '- Two',
  '[ ] Call the printer',
  '[x] Order paper',
  '1. First',
  '2. Second',
  '(Missing: plan.png)',
  '[Room] | [Seats]',
  'North | 12',
  '> Quiet, please.',
]

const NOTION_CODE =
  '{code} {"caption":"","code":"const a = 1\\n  const b = 2","filename":"","language":"javascript"}'

describe('from Notion', () => {
  it('its HTML and its Markdown come to the same', () => {
    const fromHtml = draw({ html: fixture('notion.html'), text: fixture('notion.txt') })
    expect(fromHtml).toEqual([...NOTION, '💡', 'A callout', NOTION_CODE])
    expect(draw({ text: fixture('notion.txt') })).toEqual([...NOTION, NOTION_CODE])
  })
})

describe('from a web page', () => {
  it('links and pictures lead where they led there, and nothing of its machinery arrives', () => {
    expect(draw({ html: fixture('web-page.html') })).toEqual([
      '## How it went',
      'See [Atlas](https://studio.example/work/atlas/?q=a%20b#top), [us](https://studio.example/über-uns), this and [write](mailto:a@studio.example).',
      '### Details',
      '(Missing: pier.jpg, “The pier at noon”, below it “The pier”)',
      '(Missing: image, “Logo”)',
      'First line',
      'second, with **weight** & 🎉',
      'Numbers',
      '[Year] | 2026',
      '[Trips] | 12',
      '{video} {"caption":"","kind":"link","url":"https://www.youtube.com/watch?v=abc123"}',
    ])
    expect(
      read({ html: fixture('web-page.html') })?.images.map(({ src }) => src.slice(0, 60)),
    ).toEqual([
      'https://studio.example/work/harbor/img/pier.jpg',
      expect.stringMatching(/^data:image\/png;base64,/),
    ])
  })

  it.each([
    [
      'only its words',
      '<meta charset="utf-8"><span style="color: red; display: inline !important">words</span>',
      ['words'],
    ],
    [
      'a heading below the highest',
      '<h3>Small</h3><h5>Smaller</h5>',
      ['### Small', '#### Smaller'],
    ],
    [
      'a title moves all others down',
      '<h1>A</h1><h2>B</h2><h3>C</h3><h4>D</h4>',
      ['## A', '### B', '#### C', '#### D'],
    ],
    ['a heading for screen readers alone', '<h2 class="sr-only">Hidden</h2><p>a</p>', ['a']],
    ['a frame of one cell', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', ['a', 'b']],
    [
      'a formula',
      '<p>x <span class="katex"><math><semantics><mi>a</mi><annotation encoding="application/x-tex">a^2</annotation></semantics></math><span class="katex-html">a2</span></span></p>',
      ['x a^2'],
    ],
    ['what is hidden', '<p>a<span style="display:none">b</span><span hidden>c</span></p>', ['a']],
    [
      'pictures of galleries, each by itself',
      '<figure class="gallery"><img src="https://a.example/1.png"><img src="https://a.example/2.png"></figure>',
      ['(Missing: 1.png)', '(Missing: 2.png)'],
    ],
    [
      'what stands below a picture, whatever is around it',
      '<figure><a href="https://a.example/1.png"><picture><img src="https://a.example/1.png"></picture></a><figcaption>The <b>pier</b></figcaption></figure>',
      ['(Missing: 1.png, below it “The pier”)'],
    ],
    [
      'a place of the other page',
      '<p><a href="#_Toc12">a</a> <a href="#heading=h.x">b</a> <a href="#über">c</a></p>',
      ['a b [c](#über)'],
    ],
    [
      'a path without its page',
      '<p><a href="notes.html">a</a> <a href="/work/">b</a></p>',
      ['a [b](/work/)'],
    ],
    [
      'through a page of Google',
      '<p><a href="https://www.google.com/url?q=https://a.example/%2520b&amp;sa=D">a</a></p>',
      ['[a](https://a.example/%20b)'],
    ],
  ])('%s', (_, html, drawn) => {
    expect(draw({ html })).toEqual(drawn)
  })

  it('however deep it is nested', () => {
    const html = '<div>'.repeat(500) + 'deep' + '</div>'.repeat(500)
    expect(draw({ html })).toEqual(['deep'])
  })
})

describe('from Markdown', () => {
  it('everything that it can say arrives, with addresses as they are written', () => {
    expect(draw({ text: fixture('markdown.md') })).toEqual([
      '{code} {"caption":"","code":"title: Not a heading","filename":"","language":"yaml"}',
      '## Titel',
      'Ein **fettes** und *schräges* Wort, `code`, [ein Link](/über/a%20b(c)#teil), ~~weg~~ und ~5 bis ~7.⁺1⁺',
      '### Liste',
      '- eins',
      '  - eins, darunter',
      '- zwei',
      '1. erstens',
      '2. zweitens',
      '[Spalte] | [Zahl]',
      'a | 1',
      '> Gesagt.',
      '{code} {"caption":"","code":"const a: number = 1","filename":"","language":"typescript"}',
      '(Missing: a.png, “Ein Bild”)',
      '---',
      '1. Eine Fußnote.',
    ])
  })

  it('also when an editor of code wraps its colours around it', () => {
    const html =
      '<meta charset="utf-8"><div style="color:#ccc;font-family:Menlo,monospace;white-space:pre;"><div><span style="color:#569cd6;font-weight:bold;"># Title</span></div><br><div><span>words</span></div></div>'
    const code = '{"version":1,"isFromEmptySelection":false,"mode":"markdown"}'
    const text = '# Title\n\nwords'
    expect(draw({ code, html, text })).toEqual(['## Title', 'words'])
    expect(draw({ html, text })).toEqual(['## Title', 'words'])
  })

  it('and a program from such an editor is a block of code', () => {
    const code = '{"version":1,"mode":"typescript"}'
    expect(draw({ code, html: '<div>x</div>', text: 'const a = 1\nconst b = 2\n' })).toEqual([
      '{code} {"caption":"","code":"const a = 1\\nconst b = 2","filename":"","language":"typescript"}',
    ])
    expect(read({ code, html: '<div>x</div>', text: 'a' })).toBeNull()
  })
})

describe('plain text', () => {
  it('is left to the editor', () => {
    expect(read({ text: 'Just words,\nin two lines.' })).toBeNull()
  })
})
