/** A document that comes out malformed is a failure of its own in the report, and the others arrive. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'

import type { ImportWorld } from './testSupport.ts'

import { startImportWorld } from './testSupport.ts'

let { payload, run, stop, world }: ImportWorld = {} as ImportWorld

beforeAll(async () => {
  ;({ payload, run, stop, world } = await startImportWorld())
})
afterAll(() => stop())

const source = (prefix: string) => ({
  name: 'malformed.zip',
  bytes: zipSync({
    [`${prefix}-good.md`]: strToU8(`---\ntitle: ${prefix} good\n---\nText`),
    // What YAML may write, and no text can hold.
    [`${prefix}-half.md`]: strToU8(`---\ntitle: "${prefix} half \\ud800"\n---\nText`),
    [`${prefix}-date.md`]: strToU8(
      `---\ntitle: ${prefix} date\ndate: 99999999999999999\n---\nText`,
    ),
    [`${prefix}-lists.md`]: strToU8(
      `---\ntitle: ${prefix} lists\n---\n${Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- level ${level}`).join('\n')}`,
    ),
  }),
})

const titles = async (prefix: string): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'case-studies',
    draft: true,
    sort: 'title',
    where: { title: { like: prefix } },
  })
  return docs.map(({ title }) => title)
}

it.each([
  ['with the rights of a user', 'Theirs'],
  ['on the command line', 'Ours'],
])('%s', async (who, prefix) => {
  const user = who.includes('user') ? { user: await world.user('admin', 'client') } : {}
  const report = await run({ ...user, source: source(prefix) })
  expect(report.totals).toMatchObject({ created: 3, failed: 1 })
  expect(await titles(prefix)).toEqual([`${prefix} date`, `${prefix} good`, `${prefix} lists`])
  const failed = report.documents.find(({ status }) => status === 'failed')
  expect(failed).toMatchObject({
    path: expect.stringContaining('-half.md'),
    reason: expect.stringContaining('“title”'),
  })
})

it('an export that is damaged and cut off: what is whole arrives, the rest is named', async () => {
  const entry = (title: string, id: number): string =>
    `<item><title>${title}</title><guid>g${id}</guid><wp:post_id>${id}</wp:post_id><content:encoded><![CDATA[Text]]></content:encoded><wp:status>publish</wp:status></item>\n`
  const xml = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>\n${entry('Cut fish', 1)}${entry('Cut <chips', 2)}${entry('Cut peas', 3)}${entry('Cut mash', 4).slice(0, 90)}`
  const { documents, totals } = await run({
    source: { bytes: strToU8(xml), name: 'export.xml' },
  })
  expect(totals).toMatchObject({ created: 2, failed: 2 })
  expect(await titles('Cut')).toEqual(['Cut fish', 'Cut peas'])
  expect(documents.filter(({ status }) => status === 'failed')).toMatchObject([
    { path: 'Cut <chips', reason: expect.stringMatching(/XML of this entry is damaged.*\(line 3/) },
    {
      path: 'Cut mash',
      reason: expect.stringMatching(/ends in the middle of this entry.*\(line 5/),
    },
  ])
})

it('a document that is nested too deeply is named as that', async () => {
  const { documents, totals } = await run({
    source: {
      bytes: zipSync({
        'deep-good.md': strToU8('---\ntitle: Deep good\n---\nText'),
        'deep-quotes.md': strToU8(`---\ntitle: Deep quotes\n---\n${'>'.repeat(5_000)} a`),
      }),
      name: 'deep.zip',
    },
  })
  expect(totals).toMatchObject({ created: 1, failed: 1 })
  expect(documents.find(({ status }) => status === 'failed')).toMatchObject({
    path: 'deep-quotes.md',
    reason: expect.stringContaining('nested too deeply'),
  })
})
