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
