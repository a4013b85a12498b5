// Sources that are made to be too much: each ends with a sentence, harms no other document, and leaves the
// process that asked as large as it was.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { IMPORT_REMARKS } from '../../plugins/importer/error-codes.ts'
import {
  HOSTILE_TEXTS,
  MIB,
  writeExport,
  writeHollowExport,
  zipOfSpaces,
} from '../../plugins/importer/testSources.ts'
import { BOUNDS } from '../../src/importing/attempt.ts'
import { giveBackWith } from '../../src/importing/giveBack.ts'
import { memoryOf } from '../../src/importing/memoryOf.ts'
import { runInChild } from '../../src/importing/runInChild.ts'
import { inShort, IS_FULL } from '../support/inShort.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'

/** In short, that part of the time for a document, and of the large sources. */
const [TIME, SIZE] = IS_FULL ? [1, 1] : [1 / 8, 1 / 20]
const LARGE = 103 * MIB
/** What the process that asks may grow by: far less than any of these unpacks to. */
const MOST_GROWTH = 120 * MIB

let running: TestPayload
let world: World
let folder: string
let before: number

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-hostile-'))
})
afterAll(async () => {
  rmSync(folder, { force: true, recursive: true })
  await running?.stop()
})
beforeEach(async () => {
  before = await memoryOf(process.pid)
})

const put = (name: string, data: Buffer | string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, data)
  return file
}

const importFile = async (file: string, mode: 'draft' | 'dry-run' = 'draft', time = TIME) =>
  runInChild({
    bounds: { ...BOUNDS, documentMs: BOUNDS.documentMs * time },
    giveBack: giveBackWith(running.payload),
    mode,
    source: { folder: file, name: path.basename(file) },
    tenant: world.client.id,
    user: await world.user('admin', 'client'),
  })

const expectNoGrowth = async () => {
  expect((await memoryOf(process.pid)) - before).toBeLessThan(MOST_GROWTH)
}

const SENTENCES = (
  ['CRASHED', 'NESTED_TOO_DEEPLY', 'READ_FAILED', 'TOO_MUCH_MEMORY', 'TOO_SLOW'] as const
).map((code) => IMPORT_REMARKS[code])

describe('documents', () => {
  it.each(inShort(Object.keys(HOSTILE_TEXTS), 0, 3))(
    'with %s arrive or are named, and those beside them arrive',
    async (kind) => {
      const name = kind.replace(' ', '-')
      const source = mkdtempSync(path.join(folder, `${name}-`))
      for (const [file, body] of [
        [`a-${name}`, 'Text'],
        [`b-${name}`, HOSTILE_TEXTS[kind]!],
        [`c-${name}`, 'Text'],
      ] as const) {
        writeFileSync(path.join(source, `${file}.md`), `---\ntitle: ${file}\n---\n${body}\n`)
      }
      const { documents } = await importFile(source)
      expect(documents).toHaveLength(3)
      for (const { path: file, reason, status } of documents) {
        if (file.startsWith('b-') && status === 'failed') {
          expect(SENTENCES.filter((sentence) => reason?.startsWith(sentence))).toHaveLength(1)
          expect(reason).not.toMatch(/maximum call stack/i)
        } else {
          expect({ file, status }).toEqual({ file, status: 'created' })
        }
      }
      await expectNoGrowth()
    },
    400_000,
  )
})

describe('a .zip', () => {
  it('that declares 1,000 bytes and is 300 MB is damaged', async () => {
    const file = put('lies.zip', zipOfSpaces({ name: 'a.md', said: 1_000, size: 300 * MIB * SIZE }))
    await expect(importFile(file)).rejects.toMatchObject({
      code: 'ZIP_DAMAGED',
      message: expect.stringContaining('a.md'),
    })
    await expectNoGrowth()
  })

  it('that is 1,000 MB and says so is too large', async () => {
    const size = 1_000 * MIB
    const file = put('honest.zip', zipOfSpaces({ name: 'a.md', said: size, size: size * SIZE }))
    await expect(importFile(file)).rejects.toMatchObject({ code: 'ZIP_TOO_LARGE' })
    await expectNoGrowth()
  })

  it('with one document that is larger than any is names it', async () => {
    const size = 500 * MIB * SIZE
    const file = put('large.zip', zipOfSpaces({ name: 'a.md', said: size, size }))
    expect((await importFile(file)).documents).toMatchObject([
      { path: 'a.md', reason: expect.stringContaining('larger'), status: 'failed' },
    ])
    await expectNoGrowth()
  })
})

describe('a WordPress export', () => {
  it('of 103 MB is read within the memory that an import has', async () => {
    const file = path.join(folder, 'large.xml')
    const posts = await writeExport({ bytes: LARGE * SIZE, file, posts: 2_400 * SIZE })
    const { totals } = await importFile(file, 'dry-run', 1)
    expect(totals).toMatchObject({ created: posts, failed: 0 })
    await expectNoGrowth()
  }, 3_600_000)

  it('of 206 MB is too large', async () => {
    const file = path.join(folder, 'larger.xml')
    await writeHollowExport({ bytes: 206 * MIB, file })
    await expect(importFile(file)).rejects.toMatchObject({
      code: 'EXPORT_TOO_LARGE',
      message: expect.stringContaining('a year at a time'),
    })
    await expectNoGrowth()
  })
})
