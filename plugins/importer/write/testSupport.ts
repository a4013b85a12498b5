/** For tests: a database with tenants and people, and a copy of the Jekyll fixture to change. */
import type { Payload } from 'payload'

import { cp, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { World } from '../../../test/support/tenants.ts'
import type { ImportReport } from '../report.ts'
import type { RunImportArgs } from './run.ts'

import { startPayload } from '../../../test/support/payload.ts'
import { createWorld } from '../../../test/support/tenants.ts'
import { runImport } from './run.ts'

export const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'fixtures')

export type ImportWorld = {
  /** As the owner of the tables, for whom there are no guards. */
  databaseUrl: string
  folder: string
  payload: Payload
  run: (args?: Partial<RunImportArgs>) => Promise<ImportReport>
  stop: () => Promise<void>
  world: World
}

export const startImportWorld = async (): Promise<ImportWorld> => {
  const { databaseUrl, payload, stop } = await startPayload()
  const world = await createWorld({ payload })
  const folder = await mkdtemp(path.join(os.tmpdir(), 'importer-run-'))
  await cp(path.join(fixtures, 'jekyll'), folder, { recursive: true })
  return {
    databaseUrl,
    folder,
    payload,
    run: (args = {}) =>
      runImport({ mode: 'draft', payload, source: { folder }, tenant: 'client', ...args }),
    stop: async () => {
      await rm(folder, { force: true, recursive: true })
      await stop()
    },
    world,
  }
}
