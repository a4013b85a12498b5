/** What is kept of a large export once it is read: its texts, and not a tree of each. */
import { expect, it } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { DEFAULT_LIMITS } from '../options.ts'
import { MIB, writeExport } from '../testSources.ts'
import { readSource } from './source.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const heap = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

it('an export of 12 MB, whose trees are more than 100', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'importer-large-'))
  const file = path.join(folder, 'large.xml')
  const posts = await writeExport({ bytes: 12 * MIB, file, posts: 60 })
  const before = heap()
  const source = await readSource({ limits: DEFAULT_LIMITS, location: { folder: file } })
  expect(heap() - before).toBeLessThan(20 * MIB)
  expect(source.documents).toHaveLength(posts)
  const [document] = source.documents
  expect((await document!.readBody()).children.length).toBeGreaterThan(1_000)
  await rm(folder, { recursive: true })
})
