// Random people try random things with random documents: each wall by itself, and both together
// over REST and GraphQL, say what the rule table says. VITRINE_ATTEMPTS and VITRINE_SEED choose how
// many and which; `npm run prove` makes more than ten thousand.
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import type { Payload } from 'payload'
import { startApi, type Api } from '../support/http.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, PASSWORD, type World } from '../support/tenants.ts'
import { askFirstWall, askSecondWall, tableOf, touch } from './support/attempts.ts'
import { COLLECTIONS, createDocuments } from './support/documents.ts'
import {
  mayDo,
  type Operation,
  type Person,
  type Row,
  type Surroundings,
} from './support/oracle.ts'
import { createSpecialPeople, EMAILS, personOf } from './support/people.ts'

const ATTEMPTS_PER_CASE = 3
const CASES = Math.ceil(Number(process.env.VITRINE_ATTEMPTS ?? 900) / ATTEMPTS_PER_CASE)
const SEED = Number(process.env.VITRINE_SEED ?? Date.now() % 1_000_000)

let running: TestPayload
let payload: Payload
let api: Api
let world: World
let owner: pg.Client
const people = new Map<string | null, { person: Person; user: unknown }>()
const rows = new Map<string, Row[]>()
let around: Surroundings
let nobody: string
const translated = new Set<string>()

beforeAll(async () => {
  process.stderr.write(`The walls: ${CASES * ATTEMPTS_PER_CASE} attempts, seed ${SEED}\n`)
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  await payload.update({
    collection: 'tenants',
    id: world.client.id,
    data: { agencyAccess: 'editor' },
  })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await createSpecialPeople({ payload, world })
  await createDocuments({ owner, payload, world })
  api = await startApi({ payload, password: PASSWORD })
  await loadPeople()
  await loadRows()
})

afterAll(async () => {
  await api?.stop()
  await owner?.end()
  await running.stop()
})

const loadPeople = async () => {
  for (const email of EMAILS) {
    const person = await personOf({ email, owner })
    const user = person.userId
      ? {
          ...(await payload.findByID({ collection: 'users', id: person.userId, depth: 0 })),
          collection: 'users',
        }
      : null
    people.set(email, { person, user })
  }
  nobody = people.get('nowhere@client.test')!.person.userId!
}

const loadRows = async () => {
  for (const collection of COLLECTIONS) {
    const found = await owner.query<Row>(`select * from "${tableOf(collection)}" order by id`)
    rows.set(
      collection,
      found.rows.filter(({ tenant_id }) => tenant_id !== null),
    )
  }
  for (const collection of [
    'case-studies',
    'pages',
    'people',
    'organisations',
    'services',
    'industries',
    'testimonials',
  ]) {
    const found = await owner.query<{ id: string }>(
      `select distinct _parent_id as id from "${tableOf(collection)}_locales"`,
    )
    found.rows.forEach(({ id }) => translated.add(id))
  }
  const tenants = await owner.query<{ id: string; status: string }>(
    'select id, status from tenants',
  )
  const owners = rows
    .get('memberships')!
    .filter(({ role, status }) => role === 'owner' && status === 'active')
  around = {
    tenantStatus: (id) => tenants.rows.find((tenant) => tenant.id === id)?.status,
    isLastOwner: (row) =>
      owners.some(({ id }) => id === row.id) &&
      owners.filter(({ tenant_id }) => tenant_id === row.tenant_id).length === 1,
  }
}

const operationsFor = (collection: string, row: Row): Operation[] => {
  const common: Operation[] = ['read', 'create']
  const hasLife = '_status' in row
  if (row.deleted_at) {
    return [...common, 'readVersion', 'restore', 'purge']
  }
  return [
    ...common,
    'update',
    ...(hasLife ? (['readVersion', 'trash'] as const) : []),
    ...(hasLife
      ? [row._status === 'published' ? ('unpublish' as const) : ('publish' as const)]
      : []),
    // A role that somebody holds stays, whoever asks; what has its own test is left out here.
    ...(collection === 'roles' ? [] : (['purge'] as const)),
  ]
}

const theCase = fc.noShrink(
  fc.record({
    email: fc.constantFrom(...EMAILS),
    collection: fc.constantFrom(...COLLECTIONS),
    index: fc.nat(),
    choice: fc.nat(),
    isGraphQL: fc.boolean(),
  }),
)

const GRAPHQL = { 'case-studies': 'CaseStudy', pages: 'Page' } as Record<string, string>

/** Both walls together, over HTTP, for what leaves nothing behind. */
const askServer = async ({
  collection,
  email,
  isGraphQL,
  operation,
  row,
}: {
  collection: string
  email: string | null
  isGraphQL: boolean
  operation: 'read' | 'update'
  row: Row
}): Promise<boolean> => {
  const as = email ?? undefined
  const name = GRAPHQL[collection]
  if (isGraphQL && name) {
    const query =
      operation === 'read'
        ? `{ ${name}(id: "${row.id}", trash: true) { id } }`
        : `mutation { update${name}(id: "${row.id}", data: { ${collection === 'pages' ? 'title: "Touched"' : 'year: 2001'} }, trash: true) { id } }`
    const { body } = await api.call({ as, method: 'POST', path: '/api/graphql', body: { query } })
    const answer = Object.values((body.data ?? {}) as Record<string, unknown>)[0]
    if (!answer) {
      const codes = (body.errors ?? []).map(
        (error: { extensions: { statusCode: number } }) => error.extensions.statusCode,
      )
      expect({ query, codes: codes.every((code: number) => [403, 404].includes(code)) }).toEqual({
        query,
        codes: true,
      })
    }
    return Boolean(answer)
  }
  const { body, status } = await api.call({
    as,
    path: `/api/${collection}/${row.id}?depth=0&trash=true`,
    ...(operation === 'read' ? {} : { method: 'PATCH', body: touch({ collection, row }) }),
  })
  expect({ body: status < 300 || body, status: [200, 403, 404].includes(status) }).toEqual({
    body: status < 300 || body,
    status: true,
  })
  return status === 200
}

it(`both walls say what the table says (${CASES * ATTEMPTS_PER_CASE} attempts, seed ${SEED})`, async () => {
  let allowed = 0
  await fc.assert(
    fc.asyncProperty(theCase, async ({ choice, collection, email, index, isGraphQL }) => {
      const known = rows.get(collection)!
      const row = known[index % known.length]!
      const operations = operationsFor(collection, row)
      const operation = operations[choice % operations.length]!
      const { person, user } = people.get(email)!
      const subject =
        operation === 'create'
          ? { ...row, _status: 'draft', created_by_id: person.userId, user_id: nobody }
          : row
      const expected = mayDo({ around, collection, operation, person, row: subject })
      const isTranslated = translated.has(row.id)
      const attempt = { collection, isTranslated, nobody, operation, payload, row, user }
      const asked = operation === 'update' ? 'update' : 'read'
      const answers = {
        first: await askFirstWall(attempt),
        second: await askSecondWall(attempt),
        server: await askServer({ collection, email, isGraphQL, operation: asked, row }),
      }
      allowed += expected ? 1 : 0
      expect({ email, collection, operation, row, ...answers }).toEqual({
        email,
        collection,
        operation,
        row,
        first: expected,
        second: expected,
        server: mayDo({ around, collection, operation: asked, person, row }),
      })
    }),
    { numRuns: CASES, seed: SEED, endOnFailure: true },
  )
  // An oracle that always says no would agree with walls that let nobody in.
  expect(allowed).toBeGreaterThan(CASES / 10)
  expect(allowed).toBeLessThan((CASES * 9) / 10)
}, 1_800_000)
