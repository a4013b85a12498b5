// Everything that somebody without any right in a tenant can ask of it, over every API. What is the
// tenant's alone carries a mark; nobody else may ever see it, and no row of it may change.
import type { CollectionSlug, Payload } from 'payload'
import type pg from 'pg'
import type { Api } from '../../support/http.ts'
import type { World } from '../../support/tenants.ts'
import { createPicture, createStudy, richText } from '../../support/content.ts'
import { recordData, REVIEWED } from '../../support/reviewed.ts'

export const MARK = 'top-secret'

export type Fortress = { ids: Map<string, string[]> }

const mark = (what: string) => `${MARK} ${what} ${Math.random().toString(36).slice(2)}`

/** Fills the client with documents that are nobody else's business. */
export const build = async ({
  payload,
  world,
}: {
  payload: Payload
  world: World
}): Promise<Fortress> => {
  const tenant = world.client.id
  const ids = new Map<string, string[]>()
  const note = (collection: string, id: string) =>
    ids.set(collection, [...(ids.get(collection) ?? []), id])
  const create = async (collection: CollectionSlug, data: Record<string, unknown>) => {
    const doc = await payload.create({ collection, data: { tenant, ...data } as never })
    note(collection, String(doc.id))
    return doc
  }
  // A published person is anybody's to read; what they are credited with in a draft is not.
  const person = await create('people', {
    name: 'Open person',
    slug: 'open-person',
    _status: 'published',
  })
  const picture = await createPicture({ payload, tenant })
  await payload.update({ collection: 'media', id: picture.id, data: { alt: mark('alt') } })
  note('media', picture.id)
  const client = await create('organisations', {
    name: mark('client'),
    confidential: true,
    _status: 'published',
  })
  for (const collection of REVIEWED) {
    await create(collection, { ...recordData(collection, mark('draft')), _status: 'draft' })
    await create(collection, {
      ...recordData(collection, mark('in the trash')),
      _status: 'published',
      deletedAt: '2026-01-01T00:00:00.000Z',
    })
  }
  const content = {
    client: client.id,
    cover: picture.id,
    summary: mark('summary'),
    notes: [{ text: mark('note') }],
    outcomes: [{ value: 1, label: mark('outcome') }],
    credits: [{ person: person.id, role: mark('credit') }],
    chapters: [{ kind: 'challenge', body: richText(mark('chapter')) }],
  }
  for (const state of [
    { _status: 'draft', visibility: 'public' },
    { _status: 'published', visibility: 'private' },
    { _status: 'published', visibility: 'unlisted' },
    { _status: 'published', visibility: 'public', embargoUntil: '2099-01-01T00:00:00.000Z' },
    { _status: 'published', visibility: 'public', deletedAt: '2026-01-01T00:00:00.000Z' },
  ]) {
    const study = await createStudy({ payload, tenant, title: mark('study'), ...content, ...state })
    note('case-studies', study.id)
  }
  // Public, with a draft and notes that are not.
  const open = await createStudy({
    payload,
    tenant,
    title: 'Open',
    notes: [{ text: mark('note') }],
  })
  await payload.update({
    collection: 'case-studies',
    id: open.id,
    data: { title: mark('draft of what is open') },
    draft: true,
  })
  note('open', open.id)
  await create('pages', { title: mark('page'), _status: 'draft' })
  await create('testimonials', {
    quote: mark('quote'),
    attribution: mark('who'),
    consent: 'pending',
    _status: 'published',
  })
  await create('leads', {
    name: mark('lead'),
    email: 'a@b.test',
    message: mark('m'),
    status: 'new',
  })
  await create('roles', { name: mark('role'), permissions: ['redirects.create'] })
  await create('domains', { host: 'top-secret.example.com' })
  const memberships = await payload.find({
    collection: 'memberships',
    depth: 0,
    limit: 100,
    where: { tenant: { equals: tenant } },
  })
  memberships.docs.forEach(({ id }) => note('memberships', id))
  return { ids }
}

/** Count and hash of everything that is the client's, down to the children and versions. */
export const fingerprint = async ({
  owner,
  world,
}: {
  owner: pg.Client
  world: World
}): Promise<Record<string, string>> => {
  const { rows: tables } = await owner.query<{ table: string; column: string }>(
    `select table_name as "table", min(column_name) as "column" from information_schema.columns
      where table_schema = 'public' and column_name in ('tenant_id', 'version_tenant_id', 'rls_tenant')
        and table_name not like 'payload_%' group by 1 order by 1`,
  )
  const prints: Record<string, string> = {}
  for (const { column, table } of tables) {
    const { rows } = await owner.query<{ print: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t.id::text)), '') as print
         from "${table}" t where "${column}" = $1`,
      [world.client.id],
    )
    prints[table] = rows[0]!.print
  }
  const { rows } = await owner.query<{ print: string }>(
    `select md5(string_agg(t::text, '' order by id)) as print from tenants t where id = $1`,
    [world.client.id],
  )
  return { ...prints, tenants: rows[0]!.print }
}

/** As much as each may ask for at a time. */
const LISTS = (collection: string, tenant: string, isNobody: boolean) => [
  ...(isNobody
    ? [
        `/api/${collection}?limit=25&depth=2`,
        `/api/${collection}?limit=100&depth=1&pagination=false`,
        `/api/${collection}?limit=25&depth=2&draft=true&trash=true`,
      ]
    : [
        `/api/${collection}?limit=0&depth=2&pagination=false`,
        `/api/${collection}?limit=100&depth=3&draft=true&trash=true&locale=all`,
      ]),
  `/api/${collection}?where[tenant][equals]=${tenant}&depth=1`,
  `/api/${collection}?where[or][0][tenant][equals]=${tenant}&where[or][1][id][exists]=true&draft=true`,
  `/api/${collection}/versions?limit=25&depth=2`,
]

export type Siege = {
  api: Api
  fortress: Fortress
  world: World
  collections: string[]
  /** Who asks; `undefined` for nobody. */
  as: string | undefined
}

/** Reads in every way there is over HTTP. @returns what was asked and showed a mark. */
export const pry = async ({ api, as, collections, fortress, world }: Siege): Promise<string[]> => {
  const leaks: string[] = []
  let asked = 0
  const look = async (path: string, body?: unknown) => {
    asked += 1
    const answer = await api.call({ as, path, ...(body ? { method: 'POST', body } : {}) })
    if (JSON.stringify(answer.body).includes(MARK)) {
      leaks.push(`${as ?? 'nobody'} ${path} ${body ? JSON.stringify(body) : ''}`)
    }
  }
  for (const collection of collections) {
    for (const path of LISTS(collection, world.client.id, as === undefined)) {
      await look(path)
    }
    for (const id of [
      ...(fortress.ids.get(collection) ?? []),
      ...(fortress.ids.get('open') ?? []),
    ]) {
      const locale = as === undefined ? '' : '&locale=all'
      await look(`/api/${collection}/${id}?depth=2&draft=true&trash=true${locale}`)
      await look(`/api/${collection}/versions?where[parent][equals]=${id}&depth=2`)
    }
  }
  await look('/api/graphql', {
    query: `{ CaseStudies(limit: 100, draft: true, trash: true) { docs { title summary notes { text } client { name } outcomes { label } } } versionsCaseStudies(limit: 100) { docs { version { title summary } } } Leads(limit: 100) { docs { name } } }`,
  })
  if (asked < collections.length) {
    throw new Error('The siege asked nothing.')
  }
  return leaks
}

/** Writes in every way there is over HTTP. The fingerprint tells whether anything got through. */
export const assault = async ({
  api,
  as,
  collections,
  fortress,
  world,
}: Siege): Promise<number> => {
  let attempts = 0
  const tenant = world.client.id
  const strike = async (method: string, path: string, body?: unknown) => {
    attempts += 1
    const { status } = await api.call({ as, method, path, ...(body ? { body } : {}) })
    // Refused or without effect; never a failure of the server.
    if (status >= 500) {
      throw new Error(`${as ?? 'nobody'} ${method} ${path}: ${status}`)
    }
  }
  for (const collection of collections) {
    const data = { tenant, title: 'taken', name: 'taken', slug: 'taken', host: 'taken.example.com' }
    await strike('POST', `/api/${collection}`, data)
    await strike('PATCH', `/api/${collection}?where[tenant][equals]=${tenant}`, { name: 'taken' })
    await strike('DELETE', `/api/${collection}?where[tenant][equals]=${tenant}`)
    for (const id of fortress.ids.get(collection) ?? []) {
      await strike('PATCH', `/api/${collection}/${id}`, { title: 'taken', name: 'taken' })
      await strike('PATCH', `/api/${collection}/${id}?draft=true&autosave=true`, { title: 'taken' })
      await strike('PATCH', `/api/${collection}/${id}?trash=true`, { deletedAt: null })
      await strike('POST', `/api/${collection}/${id}/duplicate`, {})
      await strike('DELETE', `/api/${collection}/${id}?trash=true`)
    }
  }
  await strike('PATCH', `/api/tenants/${tenant}`, { name: 'taken', agencyAccess: 'none' })
  await strike('DELETE', `/api/tenants/${tenant}`)
  return attempts
}
