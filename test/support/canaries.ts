// A tenant whose documents are public and hold, in every field that only its own people read, a
// value that can be recognised anywhere.
import pg from 'pg'
import type { CollectionSlug } from 'payload'
import type { FieldRule } from '../../access/fields.ts'
import { fieldRules } from '../../access/fields.ts'
import type { RuledCollection } from '../../access/rules.ts'
import type { Target } from './attacks.ts'
import { blockNode, createPicture, createStudy, linkNode, richText } from './content.ts'

export type RuledField = { collection: RuledCollection; field: string; rule: FieldRule }

/** Every field that is read by other rules than its document. */
export const RULED_FIELDS: RuledField[] = Object.entries(fieldRules).flatMap(
  ([collection, rules]) =>
    Object.entries(rules ?? {})
      .filter(([, { read }]) => read !== 'document')
      .map(([field, rule]) => ({ collection: collection as RuledCollection, field, rule })),
)

/** A document that points at another one, by the path of the field. */
export type Referrer = {
  collection: RuledCollection
  id: string
  path: string
  to: RuledCollection
}

export type Canaries = {
  /** Collection → its document. */
  ids: Map<RuledCollection, string>
  referrers: Referrer[]
  /** What is recognised, by the name of the field. */
  values: Record<string, string>
}

export const CLIENT_NAME = 'Canary Shipping Lines'

export const plantCanaries = async ({ databaseUrl, payload, world }: Target): Promise<Canaries> => {
  const tenant = world.client.id
  const author = await world.user('editor', 'client')
  const ids = new Map<RuledCollection, string>([['tenants', tenant]])
  const create = async (
    collection: RuledCollection & CollectionSlug,
    data: Record<string, unknown>,
  ): Promise<string> => {
    const doc = await payload.create({ collection, data: { tenant, ...data } as never })
    ids.set(collection, String(doc.id))
    return String(doc.id)
  }
  const name = (what: string) => ({ name: `Canary ${what}`, slug: `canary-${what}` })
  const organisation = await create('organisations', { name: CLIENT_NAME, slug: 'canary' })
  const person = await create('people', name('person'))
  const service = await create('services', name('service'))
  const industry = await create('industries', name('industry'))
  const technology = await create('technologies', name('technology'))
  const testimonial = await create('testimonials', {
    quote: 'Canary quote',
    attribution: 'Somebody',
    consent: 'granted',
  })
  const media = (await createPicture({ payload, tenant })).id
  ids.set('media', media)
  const file = await payload.db.create({
    collection: 'documents',
    data: { tenant, title: 'Canary file', filename: 'canary.pdf', exposure: 'public' },
  })
  const document = String(file.id)
  ids.set('documents', document)
  const study = await createStudy({
    payload,
    tenant,
    title: 'Under NDA',
    anonymous: true,
    client: organisation,
    notes: [{ text: 'canary-note' }],
  })
  ids.set('case-studies', study.id)
  const pointing = await createStudy({
    payload,
    tenant,
    title: 'Points at everything',
    cover: media,
    credits: [{ person }],
    industries: [industry],
    related: { mode: 'manual', studies: [study.id] },
    services: [service],
    technologies: [technology],
    testimonials: [testimonial],
  })
  const page = await create('pages', {
    title: 'Canary page',
    body: richText(
      'Words',
      linkNode('case-studies', study.id),
      linkNode('people', person),
      blockNode({ blockType: 'downloads', items: [{ id: '1', document }] }),
    ),
    _status: 'published',
  })
  await create('redirects', { from: '/canary', to: '/' })
  await create('roles', { name: 'Canary role', permissions: ['redirects.create'] })
  await create('leads', { name: 'L', email: 'l@l.test', message: 'm', status: 'new' })
  const { docs } = await payload.find({
    collection: 'site-settings',
    where: { tenant: { equals: tenant } },
  })
  const settings = docs[0]!.id
  ids.set('site-settings', settings)
  await payload.update({
    collection: 'site-settings',
    id: settings,
    data: { about: page, _status: 'published' },
  })
  const values = await fillRuledColumns({ author: author.id, databaseUrl, ids, tenant })
  const from = (path: string, to: RuledCollection): Referrer => ({
    collection: 'case-studies',
    id: pointing.id,
    path,
    to,
  })
  return {
    ids,
    values: { ...values, agency: world.agency.id, client: organisation },
    referrers: [
      from('related.studies', 'case-studies'),
      from('cover', 'media'),
      from('credits.person', 'people'),
      from('services', 'services'),
      from('industries', 'industries'),
      from('technologies', 'technologies'),
      from('testimonials', 'testimonials'),
      from('tenant', 'tenants'),
      { collection: 'site-settings', id: settings, path: 'about', to: 'pages' },
      { collection: 'case-studies', id: study.id, path: 'tenant', to: 'tenants' },
    ],
  }
}

/** What hooks derive, or no caller may set, is written past them. */
const fillRuledColumns = async ({
  author,
  databaseUrl,
  ids,
  tenant,
}: {
  author: string
  databaseUrl: string
  ids: Map<RuledCollection, string>
  tenant: string
}): Promise<Record<string, string>> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const account = await client.query<{ id: string }>(
      `insert into storage_accounts (id, tenant_id, cloud_name, api_key, sealed_secret)
       values (gen_random_uuid(), $1, 'canary', 'key', 'canary-sealed') returning id`,
      [tenant],
    )
    ids.set('storage-accounts', account.rows[0]!.id)
    const columns: Record<string, string> = {
      created_by_id: author,
      updated_by_id: author,
      origin_key: 'canary-origin',
      password_hash: 'canary-hash',
      uses: '7770001',
      exposure: 'public',
    }
    const { rows } = await client.query<{ table: string; column: string }>(
      `select table_name as "table", column_name as "column" from information_schema.columns
        where table_schema = 'public' and regexp_replace(column_name, '^version_', '') = any ($1)`,
      [Object.keys(columns)],
    )
    for (const { column, table } of rows) {
      const value = columns[column.replace(/^version_/, '')]!
      await client.query(`update "${table}" set "${column}" = '${value}'`)
    }
    await client.query(
      `update tenants set quotas_members = 7770002, files_folder = 'canary folder',
        agency_access = 'editor' where id = $1`,
      [tenant],
    )
  } finally {
    await client.end()
  }
  return {
    createdBy: author,
    updatedBy: author,
    origin: 'canary-origin',
    uses: '7770001',
    notes: 'canary-note',
    passwordHash: 'canary-hash',
    sealedSecret: 'canary-sealed',
    quotas: '7770002',
    files: 'canary folder',
    agencyAccess: 'editor',
  }
}
