// CSS that was stored before there was a rule for it goes when it is stored again: with an earlier version that comes
// back, in a copy, in another language. None of that is refused over it.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'
import pg from 'pg'
import { copyDataFromLocale } from '../../src/serverFunctions/documents.ts'
import { startTarget, type Answer, type Target } from '../support/attacks.ts'
import { richText } from '../support/content.ts'

const AS = 'editor@client.test'
const PLAIN = 'color: red'
const FREE = `${PLAIN}; position: fixed`

let target: Target
let database: pg.Client

beforeAll(async () => {
  target = await startTarget()
  database = new pg.Client({ connectionString: target.databaseUrl })
  await database.connect()
})

afterAll(async () => {
  await database?.end()
  await target?.stop()
})

const call = (method: string, path: string, body?: object): Promise<Answer> =>
  target.api.call({ as: AS, method, path, ...(body ? { body } : {}) })

const styled = (language: string) => {
  const text = { type: 'text', text: language, version: 1, style: PLAIN }
  const element = { version: 1, indent: 0, format: '', direction: null }
  return richText(
    language,
    { ...element, type: 'paragraph', textFormat: 0, textStyle: PLAIN, children: [text] },
    {
      ...element,
      type: 'list',
      listType: 'bullet',
      start: 1,
      tag: 'ul',
      children: [{ ...element, type: 'listitem', value: 1, children: [text] }],
    },
  )
}

/** A page in two languages, as an earlier version of Vitrine took it. */
const storedPage = async (): Promise<string> => {
  const { body, status } = await call('POST', '/api/pages', {
    tenant: target.world.client.id,
    title: 'Old',
    body: styled('English'),
  })
  expect(status).toBe(201)
  const id = body.doc.id as string
  const german = { title: 'Alt', body: styled('Deutsch') }
  expect((await call('PATCH', `/api/pages/${id}?locale=de&draft=true`, german)).status).toBe(200)
  for (const [table, column] of [
    ['pages_locales', 'body'],
    ['_pages_v_locales', 'version_body'],
  ] as const) {
    const { rowCount } = await database.query(
      `update ${table} set ${column} = replace(${column}::text, $1, $2)::jsonb where ${column}::text like '%' || $1 || '%'`,
      [`"${PLAIN}"`, `"${FREE}"`],
    )
    expect(rowCount).toBeGreaterThan(0)
  }
  return id
}

/** The CSS of its latest version, in one language or in all. */
const stylesOf = async (id: string, locale?: string): Promise<Set<string>> => {
  const { rows } = await database.query<{ body: unknown }>(
    `select l.version_body as body from _pages_v v join _pages_v_locales l on l._parent_id = v.id
      where v.parent_id = $1 and v.latest and ($2::text is null or l._locale::text = $2)`,
    [id, locale ?? null],
  )
  const found = JSON.stringify(rows).matchAll(/"(?:style|textStyle)":"([^"]+)"/g)
  return new Set([...found].map(([, style = '']) => style))
}

const versionOf = async (id: string): Promise<string> => {
  const { docs } = await target.payload.findVersions({
    collection: 'pages',
    overrideAccess: true,
    sort: '-updatedAt',
    where: { parent: { equals: id } },
  })
  return docs[0]!.id
}

it.each<[string, (version: string) => Promise<Answer>]>([
  ['as a draft', (version) => call('POST', `/api/pages/versions/${version}`)],
  ['published', (version) => call('POST', `/api/pages/versions/${version}?publish=true`)],
  [
    'by GraphQL',
    (version) =>
      target.graphql({
        as: AS,
        query: `mutation { restoreVersionPage(id: "${version}") { title } }`,
      }),
  ],
])('an earlier version comes back without it: %s', async (_, restore) => {
  const id = await storedPage()
  const version = await versionOf(id)
  expect(await stylesOf(id)).toEqual(new Set([FREE]))
  expect(
    (await call('PATCH', `/api/pages/${id}?draft=true`, { body: richText('New') })).status,
  ).toBe(200)
  const { body, status } = await restore(version)
  expect({ errors: body.errors as unknown, status }).toEqual({ errors: undefined, status: 200 })
  expect(await stylesOf(id)).toEqual(new Set([PLAIN]))
})

it('a copy is without it', async () => {
  const id = await storedPage()
  const { body, status } = await call('POST', `/api/pages/${id}/duplicate`)
  expect(status).toBe(200)
  expect(await stylesOf(body.doc.id as string)).toEqual(new Set([PLAIN]))
})

it('what is copied into another language is without it', async () => {
  const docID = await storedPage()
  const { payload, world } = target
  const req = await createLocalReq({ user: await world.user('editor', 'client') }, payload)
  await copyDataFromLocale({
    args: {
      collectionSlug: 'pages',
      docID,
      fromLocale: 'en',
      overrideData: true,
      toLocale: 'de',
    },
    req,
  })
  expect(await stylesOf(docID, 'de')).toEqual(new Set([PLAIN]))
})

it('whoever writes it now is told', async () => {
  const id = await storedPage()
  const { body, status } = await call('PATCH', `/api/pages/${id}?draft=true`, {
    body: JSON.parse(JSON.stringify(styled('x')).replaceAll(PLAIN, FREE)),
  })
  expect([status, body.code]).toEqual([400, 'malformed_rich_text'])
})
