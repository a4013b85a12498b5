// What an earlier version left behind starts under this one, with all its content and files. Fixtures are
// recorded with record.ts, one for each released migration.
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import sharp from 'sharp'
import { migrations } from '../../migrations/index.ts'
import {
  freePort,
  launch,
  makeDataDir,
  untilReady,
  type ServerProcess,
} from '../support/process.ts'
import { copyTemplate, createDatabase } from '../support/payload.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
const SECRET = 'the-secret-of-a-recorded-installation'
const NAMES = readdirSync(FIXTURES).filter((name) => name !== 'files')

type Rows = Record<string, Record<string, unknown>[]>
type Doc = Record<string, never> & { id: string; filename: string; url: string }

/** A database as that version had it: its migrations, then its rows as they were. */
const restore = async ({ name, url }: { name: string; url: string }): Promise<void> => {
  const rows = JSON.parse(readFileSync(path.join(FIXTURES, name, 'rows.json'), 'utf8')) as Rows
  const seen = rows['public.payload_migrations']!.map((row) => row.name)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const db = drizzle(client) as never
  for (const migration of migrations.filter((one) => seen.includes(one.name))) {
    await migration.up({ db, payload: undefined as never, req: undefined as never })
  }
  // As a restored backup: nothing is checked or derived again.
  await client.query(`set session_replication_role = replica`)
  for (const [table, list] of Object.entries(rows)) {
    const columns = Object.keys(list[0]!).map((column) => `"${column}"`)
    const names = columns.join(', ')
    await client.query(
      `insert into ${table} (${names}) overriding system value
       select ${names} from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
      [JSON.stringify(list)],
    )
  }
  // As importers wrote it for those who do not write English.
  await client.query(`update media_locales set _locale = 'de' where alt = 'A portrait'`)
  await client.end()
}

describe.each(NAMES)('an installation of the version “%s”', (name) => {
  const dataDir = makeDataDir()
  let server: ServerProcess
  let token: string
  let url: string

  const get = async (to: string): Promise<Response> =>
    fetch(to.startsWith('http') ? to : server.url + to, {
      headers: { authorization: `JWT ${token}` },
    })
  const read = async (to: string): Promise<{ docs: Doc[] }> =>
    (await (await get(to)).json()) as { docs: Doc[] }

  beforeAll(async () => {
    url = await createDatabase()
    await restore({ name, url })
    cpSync(path.join(FIXTURES, name, 'data'), dataDir, { recursive: true })
    server = launch({
      env: { DATABASE_URL: url, DATA_DIR: dataDir, HOST: '127.0.0.1', PAYLOAD_SECRET: SECRET },
      port: await freePort(),
    })
    await untilReady(server, 170_000)
    const response = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'owner@kept.test', password: 'a-password-that-is-kept' }),
    })
    token = ((await response.json()) as { token: string }).token
  }, 200_000)

  afterAll(async () => {
    server.child.kill('SIGTERM')
    await server.exit
    rmSync(dataDir, { force: true, recursive: true })
  }, 60_000)

  it('lets its people in, and keeps its documents online', async () => {
    expect(token).toBeTruthy()
    for (const [to, title] of [
      ['/kept/work/a-kept-study', 'A kept study'],
      ['/kept/a-kept-page', 'Kept words'],
    ] as const) {
      const response = await fetch(server.url + to)
      expect([to, response.status]).toEqual([to, 200])
      expect(await response.text()).toContain(title)
    }
    const { docs } = await read('/api/people?depth=1&locale=de')
    expect(docs).toMatchObject([{ name: 'Petra Kept', portrait: { alt: 'A portrait' } }])
  })

  it('keeps each picture, its description and its focal point', async () => {
    const { docs } = await read('/api/media?sort=createdAt&locale=de')
    expect(docs).toMatchObject([
      { alt: 'The cover', focalX: 20, focalY: 30, width: 96, height: 64, exposure: 'public' },
      { alt: 'A portrait', width: 64, height: 96, exposure: 'public' },
    ])
    for (const [index, original] of ['cover.png', 'portrait.jpg'].entries()) {
      const response = await get(docs[index]!.url)
      expect([original, response.status]).toEqual([original, 200])
      expect(await pixelsOf(Buffer.from(await response.arrayBuffer()))).toBe(
        await pixelsOf(readFileSync(path.join(FIXTURES, 'files', original))),
      )
    }
  })

  it('keeps each document, byte by byte', async () => {
    const { docs } = await read('/api/documents')
    expect(docs).toMatchObject([{ title: 'A paper', exposure: 'public' }])
    const response = await get(docs[0]!.url)
    expect(response.status).toBe(200)
    const given = readFileSync(path.join(FIXTURES, 'files', 'paper.pdf'))
    expect(Buffer.from(await response.arrayBuffer()).equals(given)).toBe(true)
  })

  it('has the walls of a new installation, for which the earlier ones were never built', async () => {
    const [upgraded, fresh] = [await wallsOf(url), await wallsOf(await copyTemplate())]
    expect(fresh.length).toBeGreaterThan(500)
    // A function that nothing calls any more may be left.
    expect(upgraded.filter((one) => !one.startsWith('CREATE OR REPLACE FUNCTION'))).toEqual(
      fresh.filter((one) => !one.startsWith('CREATE OR REPLACE FUNCTION')),
    )
    expect(upgraded).toEqual(expect.arrayContaining(fresh))
  })

  it('shows its pictures to visitors', async () => {
    const html = await (await fetch(`${server.url}/kept/work/a-kept-study`)).text()
    const [, address = ''] = /<img[^>]+src="([^"]+)"/.exec(html) ?? []
    const response = await fetch(new URL(address.replaceAll('&amp;', '&'), server.url))
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching(/^image\//),
    ])
  })
})

/** Each policy, trigger and function of the second wall, as Postgres writes it. */
const wallsOf = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ written: string }>(
    `select written from (
       select concat_ws(' | ', tablename, policyname, permissive, roles, cmd, qual, with_check)
         from pg_policies
       union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
       union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'rls'::regnamespace
     ) as walls (written) order by 1`,
  )
  await client.end()
  return rows.map(({ written }) => written)
}

const pixelsOf = async (bytes: Buffer): Promise<string> =>
  createHash('sha256')
    .update(await sharp(bytes).removeAlpha().raw().toBuffer())
    .digest('hex')
