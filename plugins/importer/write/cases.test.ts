/**
 * Small inputs as people really write them, which lie beside the repository: each is imported and published
 * twice. What is said here is what they must become as documents, and which of them goes online.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import type { ImportReport } from '../report.ts'
import type { ImportWorld } from './testSupport.ts'

import { sharedData } from '../../../test/support/sharedData.ts'
import { isRefusal } from '../error-codes.ts'
import { startImportWorld } from './testSupport.ts'

const cases = sharedData('import-cases')
const kinds = cases
  ? readdirSync(cases).filter((kind) => existsSync(path.join(cases, kind, 'input')))
  : []

let { payload, run, stop, world }: ImportWorld = {} as ImportWorld
let reports: Map<string, ImportReport>

beforeAll(async () => {
  ;({ payload, run, stop, world } = await startImportWorld())
  reports = new Map()
})
afterAll(() => stop())

const sourceOf = (kind: string): string => `case ${kind}`

const importCase = async (kind: string): Promise<ImportReport | string> => {
  try {
    const input = path.join(cases ?? '', kind, 'input')
    const only = readdirSync(input)
    const folder = only.length === 1 && only[0] === 'export.xml' ? path.join(input, only[0]) : input
    const report = await run({ mode: 'publish', source: { folder }, sourceName: sourceOf(kind) })
    reports.set(kind, report)
    return report
  } catch (error) {
    if (!isRefusal(error)) {
      throw error
    }
    return error.code
  }
}

/** What there is of a source, studies and pages. */
const documentsOf = async (source: string) => {
  const found = await Promise.all(
    (['case-studies', 'pages'] as const).map((collection) =>
      payload.find({
        collection,
        depth: 0,
        draft: true,
        pagination: false,
        where: {
          and: [{ tenant: { equals: world.client.id } }, { 'origin.source': { equals: source } }],
        },
      }),
    ),
  )
  return found.flatMap(({ docs }) =>
    docs.map(({ _status, slug, title }) => ({ isOnline: _status === 'published', slug, title })),
  )
}
const titlesOf = async (kind: string): Promise<string[]> =>
  (await documentsOf(sourceOf(kind))).map(({ title }) => title).sort()

const codesOf = (kind: string): string[] => reports.get(kind)?.remarks.map(({ code }) => code) ?? []

const inFolder = cases ? describe : describe.skip

inFolder('an input', () => {
  it.each(kinds)('like %s is the same twice as once', async (kind) => {
    const first = await importCase(kind)
    if (typeof first === 'string') {
      expect(first).toBe('SOURCE_EMPTY')
      return
    }
    const { created, failed, updated } = first.totals
    const documents = await documentsOf(sourceOf(kind))
    expect({ documents: documents.length, updated }).toEqual({ documents: created, updated: 0 })
    expect(documents.filter(({ slug }) => !slug)).toEqual([])
    const again = (await importCase(kind)) as ImportReport
    expect(again.totals).toMatchObject({ created: 0, failed, unchanged: created, updated: 0 })
    expect(await documentsOf(sourceOf(kind))).toEqual(documents)
  })

  it('that calls its drafts by other names publishes none of them', async () => {
    const documents = await documentsOf(sourceOf('drafts-spelled-otherwise'))
    expect(documents).toHaveLength(14)
    expect(documents.filter(({ isOnline }) => isOnline)).toMatchObject([{ title: 'Dr ok' }])
  })

  it.each([
    ['wxr-same-guid', 2],
    ['wxr-same-title', 4],
    ['same-title-and-slug', 4],
    ['wxr-many-entities', 1],
    ['wxr-nested-cdata', 1],
    ['wxr-control-chars-emoji', 1],
    ['midnight-in-a-zone', 2],
    ['dates', 8],
  ])('like %s is %i documents, with a line each in the report', async (kind, count) => {
    expect(await documentsOf(sourceOf(kind))).toHaveLength(count)
    const lines = reports.get(kind)?.documents.filter(({ id }) => id !== undefined)
    expect(new Set(lines?.map(({ id }) => id)).size).toBe(count)
  })

  it('has the letters that its numbers stand for', async () => {
    expect(await titlesOf('wxr-numeric-entities-outside-cdata')).toEqual(['It’s café & é'])
  })

  it('that is damaged is named, or right', async () => {
    expect(reports.get('wxr-bad-ampersand')?.documents).toMatchObject([
      {
        path: 'Fish & Chips < 5',
        reason: expect.stringContaining('The XML of this entry is damaged'),
        status: 'failed',
      },
    ])
    expect(codesOf('yaml-duplicate-keys')).toContain('DUPLICATE_FIELD')
    expect(await titlesOf('yaml-bomb')).toHaveLength(1)
  })
})

it('two sites with equal paths in one tenant are four studies', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'importer-cases-'))
  for (const site of ['site-a', 'site-b']) {
    await mkdir(path.join(root, site, 'work'), { recursive: true })
    for (const file of ['about.md', 'work/x.md']) {
      await writeFile(path.join(root, site, file), `---\ntitle: ${file} of ${site}\n---\nText\n`)
    }
    await run({ mode: 'publish', source: { folder: path.join(root, site) } })
  }
  await rm(root, { recursive: true })
  const all = [...(await documentsOf('site-a')), ...(await documentsOf('site-b'))]
  expect(all.map(({ title }) => title).sort()).toEqual([
    'about.md of site-a',
    'about.md of site-b',
    'work/x.md of site-a',
    'work/x.md of site-b',
  ])
})
