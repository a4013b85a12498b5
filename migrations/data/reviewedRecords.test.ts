// A database from before drafts, with content in every collection that gains them: what was public
// stays public, is found by those who edit it, and can be changed and published again.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import type { Payload } from 'payload'
import { actAsPlatform } from '../../access/claims.ts'
import { closePayload } from '../../src/database/closePayload.ts'
import { migrate } from '../../src/database/migrate.ts'
import { ensureRuntimeRole, registerContextKey } from '../../src/database/runtimeRole.ts'
import { startApi, type Api } from '../../test/support/http.ts'
import { PASSWORD } from '../../test/support/tenants.ts'
import { REVIEWED } from '../../test/support/reviewed.ts'
import { migrations } from '../index.ts'

const root = process.env.VITRINE_ROOT ?? process.cwd()
const id = (n: number): string => `01a2194e-0000-4000-8000-${String(n).padStart(12, '0')}`

const TENANT = id(1)
const PICTURE = id(2)
const SECRET_LOGO = id(3)
const RECORD: Record<(typeof REVIEWED)[number], string> = {
  people: id(10),
  organisations: id(11),
  testimonials: id(12),
  services: id(13),
  industries: id(14),
  technologies: id(15),
}
const SECRET_CLIENT = id(16)
const PENDING = id(17)

/** As the demo and its users had left it. */
const CONTENT = `
insert into tenants (id, name, slug) values ('${TENANT}', 'Old', 'old');
insert into media (id, tenant_id, filename, mime_type, exposure, uses)
  values ('${PICTURE}', '${TENANT}', 'ada.png', 'image/png', 'public', 1),
         ('${SECRET_LOGO}', '${TENANT}', 'logo.png', 'image/png', 'none', 1);
insert into people (id, tenant_id, name, slug, portrait_id, origin_key, updated_at, created_at)
  values ('${RECORD.people}', '${TENANT}', 'Ada', 'ada', '${PICTURE}', 'person:ada', '2025-03-04T05:06:07.089Z', '2024-01-01');
insert into people_locales (_parent_id, _locale, role, bio)
  values ('${RECORD.people}', 'en', 'Engineer', 'English bio'), ('${RECORD.people}', 'de', 'Ingenieurin', 'Deutsche Bio');
insert into people_links (_order, _parent_id, id, label, url)
  values (1, '${RECORD.people}', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'Site', 'https://ada.test'),
         (2, '${RECORD.people}', 'bbbbbbbbbbbbbbbbbbbbbbbb', 'Mail', 'mailto:ada@ada.test');
insert into organisations (id, tenant_id, name, slug, acronym, confidential, logo_id)
  values ('${RECORD.organisations}', '${TENANT}', 'Port', 'port', 'P', false, null),
         ('${SECRET_CLIENT}', '${TENANT}', 'Secret', 'secret', null, true, '${SECRET_LOGO}');
insert into organisations_locales (_parent_id, _locale, description)
  values ('${RECORD.organisations}', 'en', 'A port'), ('${RECORD.organisations}', 'de', 'Ein Hafen');
insert into testimonials (id, tenant_id, attribution, organisation_id, consent)
  values ('${RECORD.testimonials}', '${TENANT}', 'Karin', '${RECORD.organisations}', 'granted'),
         ('${PENDING}', '${TENANT}', 'Olof', null, 'pending');
insert into testimonials_locales (_parent_id, _locale, quote, position)
  values ('${RECORD.testimonials}', 'en', 'Good.', 'Harbour master'), ('${RECORD.testimonials}', 'de', 'Gut.', null),
         ('${PENDING}', 'en', 'Not asked yet.', null);
insert into services (id, tenant_id, slug) values ('${RECORD.services}', '${TENANT}', 'design');
insert into services_locales (_parent_id, _locale, name, description)
  values ('${RECORD.services}', 'en', 'Design', 'We design'), ('${RECORD.services}', 'de', 'Gestaltung', null);
insert into industries (id, tenant_id, slug) values ('${RECORD.industries}', '${TENANT}', 'ports');
insert into industries_locales (_parent_id, _locale, name)
  values ('${RECORD.industries}', 'en', 'Ports'), ('${RECORD.industries}', 'de', 'Häfen');
insert into technologies (id, tenant_id, name, slug, url)
  values ('${RECORD.technologies}', '${TENANT}', 'Postgres', 'postgres', 'https://postgresql.org');
insert into media_references (id, tenant_id, source, target, exposure, state)
  values (gen_random_uuid(), '${TENANT}', 'people:${RECORD.people}', 'media:${PICTURE}', 'public', 'online'),
         (gen_random_uuid(), '${TENANT}', 'organisations:${SECRET_CLIENT}', 'media:${SECRET_LOGO}', 'none', 'draft');
insert into roles (id, tenant_id, name, permissions)
  values (gen_random_uuid(), '${TENANT}', 'Curator', '["people.updateAny", "people.updateOwn", "redirects.create"]'),
         (gen_random_uuid(), '${TENANT}', 'Router', '["redirects.create"]');`

let owner: pg.Client
let payload: Payload
let api: Api

beforeAll(async () => {
  const url = new URL(process.env.VITRINE_TEST_DATABASE ?? '')
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name}`)
  await admin.end()
  url.pathname = `/${name}`
  owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  await migrateToBefore(owner)
  await owner.query(CONTENT)
  await migrate({ ownerUrl: url.href, root })

  const secret = process.env.PAYLOAD_SECRET ?? ''
  await registerContextKey({ ownerUrl: url.href, secret })
  process.env.DATABASE_URL = await ensureRuntimeRole({ ownerUrl: url.href, secret })
  actAsPlatform()
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  payload = await getPayload({ config })
  await payload.update({ collection: 'tenants', id: TENANT, data: { locales: ['en', 'de'] } })
  // The first user of an installation runs it, so it is neither of the two.
  await payload.create({
    collection: 'users',
    data: { email: 'operator@old.test', name: 'operator', password: PASSWORD } as never,
  })
  for (const role of ['contributor', 'editor'] as const) {
    const user = await payload.create({
      collection: 'users',
      data: { email: `${role}@old.test`, name: role, password: PASSWORD } as never,
    })
    await payload.create({
      collection: 'memberships',
      data: { user: user.id, tenant: TENANT, role, status: 'active' },
    })
  }
  api = await startApi({ payload, password: PASSWORD })
}, 180_000)

afterAll(async () => {
  await api?.stop()
  await (payload && closePayload({ payload }))
  await owner?.end()
})

/** The migrations before the one that calls this data migration, whatever its name is. */
const migrateToBefore = async (client: pg.Client): Promise<void> => {
  const names = migrations.map((one) => one.name)
  const first = names.findIndex((one) =>
    readFileSync(path.join(root, 'migrations', `${one}.ts`), 'utf8').includes('reviewedRecords'),
  )
  expect(first).toBeGreaterThan(0)
  const db = drizzle({ client })
  for (const one of migrations.slice(0, first)) {
    await one.up({ db } as never)
  }
  await client.query(
    `create table if not exists payload_migrations (id uuid primary key default gen_random_uuid(), name varchar, batch numeric,
       updated_at timestamptz(3) not null default now(), created_at timestamptz(3) not null default now())`,
  )
  for (const one of names.slice(0, first)) {
    await client.query(
      'insert into payload_migrations (id, name, batch) values (gen_random_uuid(), $1, 1)',
      [one],
    )
  }
}

const get = (path_: string, as?: string) => api.call({ as, path: path_ })

describe.each(REVIEWED)('%s of before', (collection) => {
  const record = RECORD[collection]

  it('are public as they were, in both languages', async () => {
    for (const locale of ['en', 'de']) {
      const { body, status } = await get(`/api/${collection}/${record}?locale=${locale}&depth=0`)
      expect({ status, published: body._status }).toEqual({ status: 200, published: 'published' })
    }
  })

  it('are in the list of those who edit them, with one version that says the same', async () => {
    const as = 'editor@old.test'
    const list = await get(`/api/${collection}?draft=true&locale=all&depth=0&limit=0`, as)
    const main = await get(`/api/${collection}/${record}?locale=all&depth=0`, as)
    expect(list.body.docs).toContainEqual(main.body)
    const versions = await get(
      `/api/${collection}/versions?where[parent][equals]=${record}&locale=all&depth=0`,
      as,
    )
    expect(versions.body.docs).toEqual([
      expect.objectContaining({ latest: true, parent: record, updatedAt: main.body.updatedAt }),
    ])
    const { id: _, ...content } = main.body as Record<string, unknown>
    expect(versions.body.docs[0].version).toMatchObject(content)
  })

  it('can be changed as a draft, published, and brought back from the version of before', async () => {
    const as = 'editor@old.test'
    const field = collection === 'testimonials' ? 'attribution' : 'name'
    const path_ = `/api/${collection}/${record}`
    const read = async () => (await get(path_)).body[field] as string
    const before = await read()
    const { body: versions } = await get(
      `/api/${collection}/versions?where[parent][equals]=${record}`,
      as,
    )
    const change = (query: string, data: object) =>
      api.call({ as, body: data, method: 'PATCH', path: path_ + query })
    expect((await change('?draft=true', { [field]: 'Changed' })).status).toBe(200)
    expect(await read()).toBe(before)
    expect((await change('', { [field]: 'Changed', _status: 'published' })).status).toBe(200)
    expect(await read()).toBe('Changed')
    const restore = (query: string) =>
      api.call({
        as,
        method: 'POST',
        path: `/api/${collection}/versions/${versions.docs[0].id}${query}`,
      })
    expect((await restore('')).status).toBe(200)
    expect(await read()).toBe('Changed')
    expect((await restore('?publish=true')).status).toBe(200)
    expect(await read()).toBe(before)
  })

  it('are no longer a contributor’s to change', async () => {
    const { body, status } = await api.call({
      as: 'contributor@old.test',
      body: { name: 'Mine', attribution: 'Mine' },
      method: 'PATCH',
      path: `/api/${collection}/${record}?draft=true`,
    })
    expect({ status, body }).toMatchObject({ status: 403 })
  })
})

it('keeps what was not public from the public', async () => {
  expect((await get(`/api/organisations/${SECRET_CLIENT}`)).status).toBe(404)
  expect((await get(`/api/testimonials/${PENDING}`)).status).toBe(404)
})

it('keeps lists inside a record, in its version too', async () => {
  const { body } = await get(
    `/api/people/versions?where[parent][equals]=${RECORD.people}&sort=createdAt&limit=1&depth=0`,
    'editor@old.test',
  )
  const links = body.docs[0].version.links as { label: string }[]
  expect(links.map(({ label }) => label)).toEqual(['Site', 'Mail'])
})

it('knows that files are used by the latest version as well, and counts no use twice', async () => {
  const { rows } = await owner.query<{ id: string; uses: string; exposure: string }>(
    'select id, uses::int, exposure::text from media order by id',
  )
  expect(rows).toEqual([
    { id: PICTURE, uses: 1, exposure: 'public' },
    { id: SECRET_LOGO, uses: 1, exposure: 'none' },
  ])
  const { rows: uses } = await owner.query(
    `select state::text, exposure::text from media_references where target = 'media:${PICTURE}' order by 1`,
  )
  expect(uses).toEqual([
    { state: 'draft', exposure: 'none' },
    { state: 'online', exposure: 'public' },
  ])
})

it('lets custom roles go on changing what is online, and widens no other', async () => {
  const { rows } = await owner.query('select name, permissions from roles order by name')
  expect(rows).toEqual([
    {
      name: 'Curator',
      permissions: [
        'people.publish',
        'people.unpublish',
        'people.updateAny',
        'people.updateOwn',
        'redirects.create',
      ],
    },
    { name: 'Router', permissions: ['redirects.create'] },
  ])
})
