// An import in a process of its own: what it may cost, whose rights it has, and how it ends.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { allowChildren, endChildren } from '../jobs/children.ts'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { BOUNDS } from './attempt.ts'
import { giveBackWith } from './giveBack.ts'
import { holdTenant } from './holdTenant.ts'
import { runInChild } from './runInChild.ts'

let running: TestPayload
let world: World
let folder: string

beforeAll(async () => {
  running = await startPayload()
  world = await createWorld({ payload: running.payload })
})

afterAll(() => running?.stop())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-importing-'))
})

afterEach(() => {
  allowChildren()
  rmSync(folder, { force: true, recursive: true })
})

const put = (name: string, body = 'Text') =>
  writeFileSync(path.join(folder, `${name}.md`), `---\ntitle: ${name}\n---\n${body}\n`)

const importIt = async (more: Partial<Parameters<typeof runInChild>[0]> = {}) =>
  runInChild({
    giveBack: giveBackWith(running.payload),
    mode: 'draft',
    source: { folder },
    tenant: world.client.id,
    user: await world.user('admin', 'client'),
    ...more,
  })

const studiesHere = async () => {
  const { docs } = await running.payload.find({
    collection: 'case-studies',
    depth: 0,
    draft: true,
    pagination: false,
    sort: 'title',
    where: { 'origin.source': { equals: path.basename(folder) } },
  })
  return docs
}

const titlesHere = async () => (await studiesHere()).map(({ title }) => title)

/** The processes that this one has started. */
const children = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, parent] = /\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return Number(parent) === process.pid && command.includes('importing/now.ts')
      } catch {
        return false
      }
    })

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) {
    await delay(20)
  }
}

/** Emphasis that begins and never ends: each opening is compared with all before it. */
const HOSTILE = '**a_ '.repeat(20_000)

it('leaves out the document that takes too long, names it, and imports the rest', async () => {
  put('a')
  put('b', HOSTILE)
  put('c')
  const report = await importIt({ bounds: { ...BOUNDS, documentMs: 5_000 } })
  expect(report.totals).toMatchObject({ created: 2, failed: 1 })
  expect(report.documents.find(({ status }) => status === 'failed')).toMatchObject({
    path: 'b.md',
    reason: expect.stringContaining('longer than 30 seconds'),
  })
  expect(await titlesHere()).toEqual(['a', 'c'])
  const { id } = await world.user('admin', 'client')
  expect((await studiesHere()).map(({ createdBy }) => createdBy)).toEqual([id, id])
}, 120_000)

it('ends with a sentence that names the source when the whole needs too much', async () => {
  put('a')
  await expect(
    importIt({ bounds: { ...BOUNDS, memoryBytes: 96 * 1024 * 1024 } }),
  ).rejects.toMatchObject({
    code: 'IMPORT_TOO_LARGE',
    message: expect.stringContaining('Import it in parts'),
  })
  expect(await titlesHere()).toEqual([])
})

it('goes on in a new process when one is killed, and counts what the first one brought', async () => {
  for (let index = 0; index < 12; index += 1) {
    put(`k${index}`)
  }
  let isKilled = false
  const report = await importIt({
    onProgress: ({ done, phase }) => {
      if (phase === 'write' && done >= 5 && !isKilled) {
        isKilled = true
        process.kill(children()[0]!, 'SIGKILL')
      }
    },
  })
  expect(isKilled).toBe(true)
  expect(report.totals).toMatchObject({ created: 12, failed: 0, unchanged: 0 })
  expect(await titlesHere()).toHaveLength(12)
}, 120_000)

it('has the rights of the person who asked, and no others', async () => {
  put('a')
  await expect(importIt({ user: await world.user('editor', 'client') })).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(await studiesHere()).toEqual([])
})

it('has a low priority, and ends with the server', async () => {
  put('a')
  const importing = importIt().then(
    () => 'done',
    (err: { code?: string }) => err.code,
  )
  await until(() => children().length > 0)
  const [pid] = children()
  expect(getPriority(pid)).toBeGreaterThan(0)
  await endChildren()
  expect(await importing).toBe('IMPORT_STOPPED')
  expect(children()).toEqual([])
  await expect(importIt()).rejects.toMatchObject({ code: 'IMPORT_STOPPED' })
})

it('into one tenant runs once at a time, in all processes', async () => {
  put('a')
  const release = await holdTenant({
    holder: 'another',
    payload: running.payload,
    tenantId: world.client.id,
  })
  await expect(importIt()).rejects.toMatchObject({ code: 'ALREADY_RUNNING' })
  await release?.()
  expect((await importIt()).totals).toMatchObject({ created: 1 })
}, 120_000)

it('counts the time that it works, and not the time that others do', async () => {
  put('a')
  const slow = { ...BOUNDS, documentMs: 4_000 }
  let isStopped = false
  const importing = importIt({
    bounds: slow,
    onProgress: ({ phase }) => {
      if (phase === 'write' && !isStopped) {
        isStopped = true
        const [pid] = children()
        process.kill(pid!, 'SIGSTOP')
        // Longer than the time of a document, and as if the others had worked meanwhile.
        setTimeout(() => process.kill(pid!, 'SIGCONT'), 6_000)
      }
    },
  })
  expect((await importing).totals).toMatchObject({ created: 1, failed: 0 })
  expect(isStopped).toBe(true)
}, 120_000)
