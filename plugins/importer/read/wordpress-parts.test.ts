/** An export in pieces: each entry whole, or named. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { exportParts, type ExportPart } from './wordpress-parts.ts'

const MIB = 1024 * 1024

const partsOf = async (xml: string, { most = MIB, piece = 64 * 1024 } = {}) => {
  const parts: ExportPart[] = []
  const text = (async function* () {
    for (let at = 0; at < xml.length; at += piece) {
      yield await Promise.resolve(xml.slice(at, at + piece))
    }
  })()
  for await (const part of exportParts({ most, text })) {
    parts.push(part)
  }
  return parts
}

const entriesOf = (parts: ExportPart[]): string[] =>
  parts.flatMap((part) => (part.kind === 'entry' ? [JSON.stringify(part.item)] : []))

/** What is said of an export that is not as it should be. */
const problemsOf = (parts: ExportPart[]): string[] =>
  parts.flatMap((part) =>
    part.kind === 'damaged'
      ? [`${part.problem}: ${part.label} (${part.why})`]
      : part.kind === 'frame' && part.why !== undefined
        ? [`${part.isCut ? 'cut' : 'broken'} around (${part.why})`]
        : [],
  )

const wrap = (...items: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n<link>https://w.example</link>\n${items.join('\n')}\n</channel></rss>\n`

const item = (title: string, content = 'Text', more = ''): string =>
  `<item>\n<title>${title}</title><wp:post_id>${title.length}</wp:post_id><content:encoded><![CDATA[${content}]]></content:encoded>${more}<wp:status>publish</wp:status>\n</item>`

/** As it was read when it was still read at once: a document's hash is made of this. */
const atOnce = (xml: string): string[] => {
  const parser = new XMLParser({
    attributeNamePrefix: '@',
    cdataPropName: '#cdata',
    ignoreAttributes: false,
    parseTagValue: false,
    processEntities: true,
    trimValues: false,
  })
  const { rss } = parser.parse(xml) as { rss: { channel: { item: unknown } } }
  return [rss.channel.item].flat().map((entry) => JSON.stringify(entry))
}

describe('an export', () => {
  const texts = fc.stringMatching(/^[a-zé日 \n.]{0,12}$/)
  const values = fc.oneof(
    texts,
    texts.map((text) => `<![CDATA[${text}]]>`),
    texts.map((text) => `<![CDATA[<item>]]]]><![CDATA[>${text}</item><!--]]>`),
    texts.map((text) => `&amp;${text}&lt;`),
  )
  const elements = fc
    .tuple(fc.constantFrom('title', 'wp:status', 'category', 'a'), values, fc.boolean())
    .map(([name, value, hasAttribute]) =>
      hasAttribute
        ? `<${name} domain="x &gt; y">${value}</${name}>`
        : `<${name}>${value}</${name}>`,
    )
  const nested = fc
    .tuple(fc.array(elements, { maxLength: 4 }), texts)
    .map(([inner, text]) => `<wp:postmeta>${text}${inner.join('')}</wp:postmeta>`)
  const items = fc
    .array(fc.oneof(elements, nested, fc.constant('<!-- <item> -->')), { maxLength: 6 })
    .map((parts) => `<item>\n<guid>g</guid>${parts.join('\n')}</item>`)

  it('gives the same fields in pieces of any length as at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(items, { maxLength: 4, minLength: 1 }),
        fc.integer({ max: 40, min: 1 }),
        async (all, piece) => {
          const parts = await partsOf(wrap(...all), { piece })
          expect(problemsOf(parts)).toEqual([])
          expect(entriesOf(parts)).toEqual(atOnce(wrap(...all)))
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of the fixture as well', async () => {
    const file = path.join(
      path.dirname(fileURLToPath(import.meta.url)),
      '../fixtures/wordpress/export.xml',
    )
    const xml = await readFile(file, 'utf8')
    expect(entriesOf(await partsOf(xml, { piece: 11 }))).toEqual(atOnce(xml))
  })

  it('has the letters that numbers stand for', async () => {
    const [title] = entriesOf(
      await partsOf(wrap(item('It&#8217;s caf&#233; &#038; &#xE9; &nbsp;'))),
    )
    expect(title).toContain('"title":"It’s café & é &nbsp;"')
  })
})

const WHOLE = wrap(
  item('Fish', 'One <b>fish</b>'),
  item('Chips', 'A post about <item> and </item>'),
  item('Peas', 'Three'),
)

describe('a damaged export', () => {
  it('that is cut off anywhere brings what is whole, and says so', async () => {
    const whole = entriesOf(await partsOf(WHOLE))
    expect(whole).toHaveLength(3)
    for (let length = WHOLE.indexOf('<link>'); length < WHOLE.trimEnd().length; length++) {
      const parts = await partsOf(WHOLE.slice(0, length))
      const entries = entriesOf(parts)
      expect(entries).toEqual(whole.slice(0, entries.length))
      expect(problemsOf(parts).join()).toMatch(/^(cut|broken)/)
    }
  })

  it.each(['<', '&'])(
    'by a stray %s anywhere never brings a part of an entry, and says so',
    async (sign) => {
      const whole = entriesOf(await partsOf(WHOLE))
      const hidden = [...WHOLE.matchAll(/<!\[CDATA\[[^]*?\]\]>/g)].map(({ 0: text, index }) => [
        index,
        index + text.length,
      ])
      for (let at = WHOLE.indexOf('<link>'); at < WHOLE.trimEnd().length; at++) {
        if (hidden.some(([from, to]) => at > from! && at < to!)) {
          continue
        }
        const parts = await partsOf(`${WHOLE.slice(0, at)}${sign}${WHOLE.slice(at)}`)
        expect({ at, strange: entriesOf(parts).filter((entry) => !whole.includes(entry)) }).toEqual(
          {
            at,
            strange: [],
          },
        )
        expect({ at, said: problemsOf(parts) }).not.toEqual({ at, said: [] })
      }
    },
  )

  it('names the entry, the line and what is wrong, and brings the others', async () => {
    const parts = await partsOf(
      wrap(
        item('Fish'),
        item('Chips & < vinegar'),
        item('Peas'),
        item('Mash').replace('</item>', ''),
      ),
    )
    expect(entriesOf(parts)).toEqual([
      expect.stringContaining('Fish'),
      expect.stringContaining('Peas'),
    ])
    expect(problemsOf(parts)).toEqual([
      'broken: Chips & < vinegar (line 8: an & that is not written &amp;)',
      'cut: Mash (line 13)',
    ])
  })

  it('says how many entries a text without its end has taken', async () => {
    const parts = await partsOf(wrap(item('Fish').replace(']]>', ''), item('Chips'), item('Peas')))
    expect(entriesOf(parts)).toEqual([expect.stringContaining('Peas')])
    expect(problemsOf(parts)).toEqual([expect.stringMatching(/^broken: Fish \(.*; 1 more/)])
  })

  it('may have blank lines in front', async () => {
    expect(problemsOf(await partsOf(`\n\n${WHOLE}`, { piece: 1 }))).toEqual([])
  })

  it('keeps nothing of an entry that is too large but its name', async () => {
    const parts = await partsOf(wrap(item('Fish'), item('Whale', 'x'.repeat(MIB)), item('Peas')))
    expect(entriesOf(parts)).toHaveLength(2)
    expect(problemsOf(parts)).toEqual(['large: Whale (1025 KB)'])
  })
})
