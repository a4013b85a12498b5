// `npm run migrate` on databases as operators have them: empty, of a newer version, half prepared by somebody
// else, and prepared by two processes at once.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'
import { makeDataDir, root } from '../support/process.ts'
import { copyTemplate, createDatabase } from '../support/payload.ts'

const SECRET = 'a-secret-for-tests-only-0123456789abcdef'

let dataDir: string

beforeAll(() => {
  dataDir = makeDataDir()
})

afterAll(() => rmSync(dataDir, { force: true, recursive: true }))

const migrate = (url: string, ...args: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const program = ['--conditions=production', 'scripts/run.mjs', 'src/database/cli.ts', 'migrate']
    const child = spawn(process.execPath, [...program, ...args], {
      cwd: root,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        DATABASE_URL: url,
        DATA_DIR: dataDir,
        PAYLOAD_SECRET: SECRET,
        VITRINE_ROOT: path.resolve(root),
      },
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('exit', (code) => resolve({ code, said }))
  })

const ask = async (url: string, question: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(question)).rows
  } finally {
    await client.end()
  }
}

const NAMES = migrations.map(({ name }) => name)

it('is done once by two processes at once, and says what was done', async () => {
  const url = await createDatabase()
  const before = await migrate(url, 'status')
  expect(before).toEqual({ code: 0, said: NAMES.map((name) => `pending  ${name}\n`).join('') })

  const both = await Promise.all([migrate(url), migrate(url)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(both.filter(({ said }) => said.includes('Migrating the database'))).toHaveLength(1)
  const rows = await ask(url, 'select name from payload_migrations order by created_at, id')
  expect(rows.map(({ name }) => name)).toEqual(NAMES)

  const after = await migrate(url, 'status')
  expect(after).toEqual({ code: 0, said: NAMES.map((name) => `done     ${name}\n`).join('') })
}, 120_000)

it('refuses a database of a newer version, and changes nothing', async () => {
  const url = await copyTemplate()
  const newer = '29990101_000000_from_the_future'
  await ask(
    url,
    `insert into payload_migrations (id, name, batch) values (gen_random_uuid(), '${newer}', 99)`,
  )
  const { code, said } = await migrate(url)
  expect(code).toBe(1)
  expect(said).toMatch(/^\n✗ This database is of a newer version of Vitrine: .*from_the_future/m)
  const status = await migrate(url, 'status')
  expect(status.code).toBe(1)
  expect(status.said).toContain(`unknown  ${newer}`)
}, 60_000)

it('names the migration and the statement that failed, and leaves the database as it was', async () => {
  const url = await createDatabase()
  await ask(url, 'create table public.people (mine text)')
  const { code, said } = await migrate(url)
  expect(code).toBe(1)
  expect(said).toContain(
    `✗ Nothing was started. The migration ${NAMES[0]} failed, and the database is as it was before it: relation "people" already exists.`,
  )
  expect(said).toMatch(/\n\nCREATE TABLE "people" \(/)
  expect(said).not.toContain('CREATE TABLE "organisations"')
  expect(said).not.toMatch(/\n\s+at /)
  const tables = await ask(url, `select tablename from pg_tables where schemaname = 'public'`)
  expect(tables).toEqual([{ tablename: 'people' }])
}, 60_000)
