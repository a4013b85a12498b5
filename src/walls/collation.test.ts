// Texts are sorted and searched by language, those of tomorrow as well.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { wordFunctions } from '../../access/sqlWords.ts'
import { createStudy } from '../../test/support/content.ts'
import { createDatabase, startPayload, type TestPayload } from '../../test/support/payload.ts'
import { createWorld, type World } from '../../test/support/tenants.ts'
import { renewCollation } from '../database/renewCollation.ts'
import { collatedTexts } from './build.ts'
import { collateTexts, COLLATION, makeCollation } from './collation.ts'

let running: TestPayload
let owner: pg.Client
let world: World

beforeAll(async () => {
  running = await startPayload()
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  world = await createWorld({ payload: running.payload })
  for (const title of ['Zebra', 'apfel', 'Äpfel', 'Banane', 'Apfel', 'Öl', 'zoo', 'émile']) {
    await createStudy({ payload: running.payload, tenant: world.client.id, title })
  }
})

afterAll(async () => {
  await owner.end()
  await running.stop()
})

type Column = { table: string; column: string; collation: string }

const textColumns = async (): Promise<Column[]> =>
  (
    await owner.query<Column>(
      `select c.relname as table, a.attname as column, a.attcollation::regcollation::text as collation
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and a.atttypid in ('text'::regtype, 'varchar'::regtype)`,
    )
  ).rows

it('every text that people sort and search is in its collation', async () => {
  const { rawTables } = running.payload.db as unknown as {
    rawTables: Parameters<typeof collatedTexts>[0]
  }
  const wanted = collatedTexts(rawTables).map(({ column, table }) => `${table}.${column}`)
  expect(wanted).toEqual(
    expect.arrayContaining([
      'case_studies_locales.title',
      'case_studies.slug',
      '_case_studies_v_locales.version_title',
      'case_studies_credits.name',
      'organisations.name',
      'users.name',
      'tenants.name',
    ]),
  )
  const there = new Map(
    (await textColumns()).map(({ collation, column, table }) => [`${table}.${column}`, collation]),
  )
  // When this fails: npm run migrate:walls -- <what changed>
  expect(wanted.filter((column) => there.get(column) !== COLLATION.replace('public.', ''))).toEqual(
    [],
  )
})

it('sorts and finds by language', async () => {
  const find = async (args: object) => {
    const { docs } = await running.payload.find({
      collection: 'case-studies',
      limit: 100,
      ...args,
    } as never)
    return (docs as { title: string }[]).map(({ title }) => title)
  }
  for (const draft of [false, true]) {
    expect(await find({ draft, sort: 'title' })).toEqual([
      'apfel',
      'Apfel',
      'Äpfel',
      'Banane',
      'émile',
      'Öl',
      'Zebra',
      'zoo',
    ])
    expect(await find({ draft, where: { title: { like: 'ÄPFEL' } } })).toEqual(['Äpfel'])
    expect(await find({ draft, where: { title: { contains: 'ÖL' } } })).toEqual(['Öl'])
    expect(await find({ draft, where: { title: { equals: 'apfel' } } })).toEqual(['apfel'])
  }
})

describe('another version of ICU', () => {
  it('makes the indexes anew, once', async () => {
    const files = async () =>
      (
        await owner.query<{ file: number }>(
          `select pg_relation_filenode(indexrelid) as file from pg_index
            where to_regcollation('${COLLATION}')::oid = any (indcollation::oid[]) order by indexrelid`,
        )
      ).rows.map(({ file }) => file)
    const before = await files()
    expect(before.length).toBeGreaterThan(5)
    await renewCollation(running.databaseUrl)
    expect(await files()).toEqual(before)
    await owner.query(
      `update pg_collation set collversion = '1' where oid = to_regcollation('${COLLATION}')`,
    )
    await renewCollation(running.databaseUrl)
    const after = await files()
    expect(after.filter((file) => before.includes(file))).toEqual([])
    await renewCollation(running.databaseUrl)
    expect(await files()).toEqual(after)
  })
})

it('a Postgres without ICU goes on, with the letters that it knows', async () => {
  const url = await createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const refusing = makeCollation.replace(
      /create collation [^;]+;/,
      `raise exception 'ICU is not supported in this build' using errcode = 'feature_not_supported';`,
    )
    expect(refusing).not.toBe(makeCollation)
    await client.query(refusing)
    await client.query('create table notes (text varchar); create schema rls')
    await client.query(collateTexts([{ table: 'notes', column: 'text' }]))
    await client.query(wordFunctions)
    const { rows } = await client.query<{ word: string }>(
      `select word from rls.words('Two Words, 横浜港')`,
    )
    expect(rows.map(({ word }) => word)).toEqual(['two', 'words', '横浜', '浜港', '港'])
    await renewCollation(url)
  } finally {
    await client.end()
  }
})
