/** What makes a process not ready, and that it is told within a second. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { startPayload, type TestPayload } from '../../test/support/payload.ts'
import { databaseCheck, findFaults, folderCheck, schemaCheck, type Check } from './readiness.ts'

let running: TestPayload
let owner: pg.Client
let folder: string

beforeAll(async () => {
  running = await startPayload()
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  folder = mkdtempSync(path.join(tmpdir(), 'vitrine-ready-'))
})

afterAll(async () => {
  rmSync(folder, { force: true, recursive: true })
  await owner?.end()
  await running.stop()
})

const faults = () =>
  findFaults([
    databaseCheck({ payload: running.payload }),
    schemaCheck({ payload: running.payload }),
    folderCheck({ folder }),
  ])

const untilFault = async (check: Check): Promise<string[]> => {
  for (;;) {
    const found = await findFaults([check])
    if (found.length > 0) {
      return found
    }
  }
}

describe('a process', () => {
  it('is ready when nothing is wrong', async () => {
    expect(await faults()).toEqual([])
  })

  it.each([
    ['a column is not there', 'alter table pages rename column slug to slugs', 'pages.slug'],
    ['a table is not there', 'alter table leads rename to leeds', 'leads'],
    ['a grant was lost', 'revoke select on case_studies from vitrine_app', 'case_studies'],
  ])('is not while %s', async (_, harm, named) => {
    await owner.query('begin')
    try {
      await owner.query(harm)
      await owner.query('commit')
      expect(await faults()).toEqual([expect.stringContaining(named)])
    } finally {
      await owner.query(
        {
          pages: 'alter table pages rename column slugs to slug',
          leads: 'alter table leeds rename to leads',
          case_studies: 'grant select on case_studies to vitrine_app',
        }[named.split('.')[0]!]!,
      )
    }
    expect(await faults()).toEqual([])
  })

  it('is not while its folder cannot be written to', async () => {
    expect(await findFaults([folderCheck({ folder: path.join(folder, 'gone') })])).toEqual([
      expect.stringContaining('ENOENT'),
    ])
  })

  it('is not while all connections are in use, and says so in time', async () => {
    const { pool } = running.payload.db as unknown as { pool: pg.Pool }
    const free = (pool.options.max ?? 10) - (pool.totalCount - pool.idleCount)
    const taken = await Promise.all(Array.from({ length: free }, () => pool.connect()))
    try {
      expect(await findFaults([databaseCheck({ payload: running.payload })])).toEqual([
        'database: no answer in time',
      ])
    } finally {
      taken.forEach((client) => client.release())
    }
  })

  it('stays so for a while when a check that was right is silent', async () => {
    let answers = true
    const slow = () => (answers ? null : new Promise<null>(() => undefined))
    expect(await findFaults([slow])).toEqual([])
    answers = false
    expect(await findFaults([slow])).toEqual([])
    expect(await untilFault(slow)).toEqual(['slow: no answer in time'])
    answers = true
    expect(await findFaults([slow])).toEqual([])
  })

  it('is not while a check throws or never ends', async () => {
    const never = () => new Promise<null>(() => undefined)
    const broken = () => {
      throw new Error('broken')
    }
    expect(await findFaults([never, broken, () => null, () => 'deaf'])).toEqual([
      'never: no answer in time',
      'broken',
      'deaf',
    ])
  })
})
