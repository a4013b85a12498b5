/** Whatever an editor saves after an import has read a document, and however, is what stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import pg from 'pg'

import type { HoldDocument } from '../options.ts'
import type { ImportWorld } from './testSupport.ts'

import { importerOptions } from '../../../src/config/importer.ts'
import { startImportWorld } from './testSupport.ts'

let { databaseUrl, payload, run, stop, world }: ImportWorld = {} as ImportWorld
let owner: pg.Client

beforeAll(async () => {
  ;({ databaseUrl, payload, run, stop, world } = await startImportWorld())
  owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
})
beforeEach(async () => {
  await owner.query('delete from _case_studies_v')
  await owner.query('delete from case_studies')
})
afterAll(async () => {
  await owner?.end()
  await stop()
})

const COLLECTION = 'case-studies'

const site = (body: string): Uint8Array =>
  zipSync({
    'a.md': strToU8(`---\ntitle: First\n---\n${body} See [the last](z.md).`),
    'z.md': strToU8(`---\ntitle: Last\n---\n${body}`),
  })

const first = async () => {
  const { docs } = await payload.find({
    collection: COLLECTION,
    depth: 0,
    draft: true,
    trash: true,
    where: {
      and: [{ 'origin.key': { equals: 'a.md' } }, { tenant: { equals: world.client.id } }],
    },
  })
  return docs[0]!
}

/** Ways in which an editor saves, and what has to be there afterwards. */
const SAVES: Record<string, { data: object; draft?: boolean }> = {
  'another text': { data: { headline: 'WRITTEN BY AN EDITOR' } },
  'a draft of a change': { data: { headline: 'WRITTEN BY AN EDITOR' }, draft: true },
  'an internal note': { data: { notes: [{ text: 'Ask them first' }] } },
  'who may read it': { data: { visibility: 'private' } },
  'that it is offline': { data: { _status: 'draft' } },
  'that it is deleted': { data: { deletedAt: new Date().toISOString() } },
}

/** Saves at the last moment: the import has read and decided, and is about to write. */
const savingJustBefore = (save: { data: object; draft?: boolean }) => {
  let saved: Awaited<ReturnType<typeof first>> | undefined
  const holdDocument: HoldDocument = async (args) => {
    const { id } = await first()
    if (args.id === id && !saved) {
      await payload.update({ collection: COLLECTION, id, ...save } as never)
      saved = await first()
    }
    await importerOptions.holdDocument?.(args)
  }
  return { options: { ...importerOptions, holdDocument }, saved: () => saved }
}

describe.each(Object.entries(SAVES))('an editor who saves %s', (_, save) => {
  it.each([{}, { overwrite: true }])('wins over an update, %j', async (more) => {
    const user = await world.user('admin', 'client')
    const bytes = (body: string) => ({ source: { bytes: site(body), name: 'site.zip' }, user })
    await run({ mode: 'publish', ...bytes('Before.') })
    const { options, saved } = savingJustBefore(save)
    const report = await run({ mode: 'publish', options, ...bytes('After.'), ...more })
    expect(saved()).toBeDefined()
    expect(await first()).toEqual(saved())
    expect(report.documents.find(({ path }) => path === 'a.md')).toMatchObject({
      reason: expect.stringContaining('while the import ran'),
      status: 'kept',
    })
    expect(report.totals).toMatchObject({ failed: 0, kept: 1, updated: 1 })
  })

  it('wins over the joining of links', async () => {
    const { options, saved } = savingJustBefore(save)
    const report = await run({
      mode: 'publish',
      options,
      source: { bytes: site('Before.'), name: 'site.zip' },
      user: await world.user('admin', 'client'),
    })
    expect(saved()).toBeDefined()
    expect(await first()).toEqual(saved())
    expect(report.remarks).toMatchObject([{ code: 'KEPT_MEANWHILE', items: [{ path: 'a.md' }] }])
  })
})

it('a save that waits for the import is laid over what the import wrote', async () => {
  await run({ source: { bytes: site('Before.'), name: 'site.zip' } })
  const { id } = await first()
  let saving: Promise<unknown> | undefined
  const holdDocument: HoldDocument = async (args) => {
    await importerOptions.holdDocument?.(args)
    if (args.id === id) {
      saving ??= payload.update({
        collection: COLLECTION,
        data: { headline: 'WRITTEN BY AN EDITOR' },
        draft: true,
        id,
      })
    }
  }
  const options = { ...importerOptions, holdDocument }
  await run({ options, source: { bytes: site('After.'), name: 'site.zip' } })
  await saving
  const study = await first()
  expect(study.headline).toBe('WRITTEN BY AN EDITOR')
  expect(JSON.stringify(study.chapters)).toContain('After.')
  const next = await run({ source: { bytes: site('Later.'), name: 'site.zip' } })
  expect(next.totals).toMatchObject({ kept: 1, updated: 1 })
})
