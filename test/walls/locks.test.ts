// Locks: the database lets somebody make, move, keep and delete the lock of a document exactly when
// they may update that document. The first wall is not asked here.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from '@payloadcms/db-postgres'
import pg from 'pg'
import type { CollectionSlug, Payload } from 'payload'
import { claimsOf } from '../../access/claims.ts'
import { ANONYMOUS, principalOf } from '../../access/principal.ts'
import { withClaims } from '../../plugins/row-level-security/index.ts'
import { inShort, IS_FULL } from '../support/inShort.ts'
import { startPayload, type TestPayload } from '../support/payload.ts'
import { createWorld, type World } from '../support/tenants.ts'
import { tableOf } from './support/attempts.ts'
import { COLLECTIONS, createDocuments } from './support/documents.ts'
import { mayDo, type Row } from './support/oracle.ts'
import { createSpecialPeople, EMAILS, personOf } from './support/people.ts'

let running: TestPayload
let payload: Payload
let world: World
let owner: pg.Client

beforeAll(async () => {
  running = await startPayload()
  payload = running.payload
  world = await createWorld({ payload })
  owner = new pg.Client({ connectionString: running.databaseUrl })
  await owner.connect()
  await createSpecialPeople({ payload, world })
  await createDocuments({ owner, payload, world })
})

beforeEach(() => owner.query('delete from payload_locked_documents'))

afterAll(async () => {
  await owner?.end()
  await running.stop()
})

const userOf = async (email: string | null) => {
  if (email === null) {
    return null
  }
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    where: { email: { equals: email } },
  })
  const user = await payload.findByID({ collection: 'users', id: docs[0]!.id, depth: 0 })
  return { ...user, collection: 'users' as const }
}
type User = Awaited<ReturnType<typeof userOf>>

const as = <T>(user: User, work: () => Promise<T>): Promise<T> =>
  withClaims(claimsOf(user ? principalOf(user) : ANONYMOUS), work)

const refusal = (err: { code?: string; cause?: { code?: string } }): string =>
  err.cause?.code ?? err.code ?? 'other'

/** As Payload's form does, without asking anybody but the database. */
const lock = ({
  collection,
  id,
  user,
}: {
  collection: CollectionSlug
  id: string
  user: User
}): Promise<string> =>
  as(user, () =>
    payload.db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: collection, value: id },
        user: { relationTo: 'users', value: user?.id ?? randomUUID() },
      },
    }),
  ).then(() => 'made', refusal)

type LockRow = {
  id: string
  rls_owner: string | null
  rls_tenant: string | null
  rls_table: string | null
  rls_document: string | null
}
const locks = async () =>
  (
    await owner.query<LockRow>(
      'select id, rls_owner, rls_tenant, rls_table, rls_document from payload_locked_documents',
    )
  ).rows
const ask = (user: User, statement: string) =>
  as(user, async () => {
    const { drizzle } = payload.db as unknown as {
      drizzle: { execute: (query: unknown) => Promise<{ rowCount: number; rows: unknown[] }> }
    }
    return drizzle.execute(sql.raw(statement))
  })

const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', refusal)

describe('the lock of a document', () => {
  it('is made by those who may update it, whatever it is, and by nobody else', async () => {
    const { rows: tenants } = await owner.query<{ id: string; status: string }>(
      'select id, status from tenants',
    )
    const around = {
      tenantStatus: (id: unknown) => tenants.find((tenant) => tenant.id === id)?.status,
      isLastOwner: () => false,
    }
    const wrong: unknown[] = []
    const counted = { made: 0, refused: 0 }
    for (const [turn, email] of EMAILS.entries()) {
      const user = await userOf(email)
      const person = await personOf({ email, owner })
      for (const collection of COLLECTIONS) {
        const { rows } = await owner.query<Row>(
          `select * from "${tableOf(collection)}" where tenant_id is not null`,
        )
        for (const row of inShort(rows, turn + COLLECTIONS.indexOf(collection), 4)) {
          const expected = mayDo({ around, collection, operation: 'update', person, row })
          const answer = await lock({ collection, id: row.id, user })
          counted[expected ? 'made' : 'refused'] += 1
          if (answer !== (expected ? 'made' : '42501')) {
            wrong.push({ email, collection, row, expected, answer })
          }
        }
      }
      const made = (await locks()).filter(({ rls_document }) => rls_document !== null)
      expect(made.every(({ rls_owner }) => rls_owner === person.userId)).toBe(true)
      await owner.query('delete from payload_locked_documents')
    }
    expect(wrong).toEqual([])
    expect(counted.made).toBeGreaterThan(IS_FULL ? 200 : 50)
    expect(counted.refused).toBeGreaterThan(IS_FULL ? 1_000 : 250)
  }, 600_000)

  it('is made of tenants, users and domains as of everything else', async () => {
    const domain = await payload.create({
      collection: 'domains',
      data: { tenant: world.client.id, host: 'locks.example.com' } as never,
    })
    const viewer = await userOf('viewer@client.test')
    const attempts = await Promise.all(
      (
        [
          ['admin@client.test', 'tenants', world.client.id, 'made'],
          ['editor@client.test', 'tenants', world.client.id, '42501'],
          ['owner@stranger.test', 'tenants', world.client.id, '42501'],
          ['owner@agency.test', 'tenants', world.client.id, 'made'],
          ['operator@test.test', 'tenants', world.client.id, 'made'],
          ['viewer@client.test', 'users', viewer!.id, 'made'],
          ['owner@client.test', 'users', viewer!.id, '42501'],
          ['operator@test.test', 'users', viewer!.id, 'made'],
          // Only our own code changes a domain.
          ['owner@client.test', 'domains', domain.id, '42501'],
          [null, 'tenants', world.client.id, '42501'],
        ] as const
      ).map(async ([email, collection, id, expected]) => ({
        email,
        collection,
        expected,
        answer: await lock({ collection, id, user: await userOf(email) }),
      })),
    )
    expect(attempts.filter(({ answer, expected }) => answer !== expected)).toEqual([])
  })

  const study = async () => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from case_studies where tenant_id = $1 and _status = 'draft' and deleted_at is null limit 1`,
      [world.client.id],
    )
    return rows[0]!.id
  }

  it('that is refused looks the same for a foreign document and for none', async () => {
    const user = await userOf('owner@stranger.test')
    const foreign = await study()
    const messages = await Promise.all(
      [foreign, randomUUID()].map((id) =>
        as(user, () =>
          payload.db.create({
            collection: 'payload-locked-documents',
            data: {
              document: { relationTo: 'case-studies', value: id },
              user: { relationTo: 'users', value: user!.id },
            },
          }),
        ).catch((err: { cause?: { message?: string } }) => err.cause?.message),
      ),
    )
    expect(messages[0]).toContain('row-level security')
    expect(messages[1]).toBe(messages[0])
    expect((await locks()).map(({ rls_tenant }) => rls_tenant)).toEqual([null, null])
  })

  it('is not made in somebody else’s name, and says only what follows from its document', async () => {
    const user = await userOf('editor@client.test')
    const other = await userOf('admin@client.test')
    const id = await study()
    await lock({ collection: 'case-studies', id, user })
    const mine = (await locks())[0]!
    expect(mine).toMatchObject({
      rls_owner: user!.id,
      rls_tenant: world.client.id,
      rls_table: 'case_studies',
      rls_document: id,
    })
    for (const statement of [
      `update payload_locked_documents set rls_owner = '${other!.id}'`,
      `update payload_locked_documents set rls_tenant = '${world.stranger.id}'`,
      `update payload_locked_documents set rls_document = '${randomUUID()}'`,
      `update payload_locked_documents_rels set users_id = '${other!.id}' where path = 'user'`,
      `update payload_locked_documents_rels set path = 'other'`,
      `update payload_locked_documents_rels set people_id = users_id where path = 'user'`,
      `insert into payload_locked_documents_rels (parent_id, path, users_id) values ('${mine.id}', 'user', '${other!.id}')`,
      `insert into payload_locked_documents_rels (parent_id, path) values ('${mine.id}', 'document')`,
      `insert into payload_locked_documents (id, global_slug) values ('${randomUUID()}', 'site')`,
      `insert into payload_locked_documents (id, rls_tenant) values ('${randomUUID()}', '${world.client.id}')`,
      `insert into payload_locked_documents (id, rls_owner) values ('${randomUUID()}', '${other!.id}')`,
    ]) {
      expect({ statement, code: await codeOf(ask(user, statement)) }).toEqual({
        statement,
        code: '42501',
      })
    }
  })

  it('is moved only from and to what one may update', async () => {
    const contributor = await userOf('contributor@client.test')
    const own = async (owned: boolean) => {
      const { rows } = await owner.query<{ id: string }>(
        `select id from case_studies where tenant_id = $1 and _status = 'draft' and deleted_at is null
          and (created_by_id is not distinct from $2) = $3 limit 1`,
        [world.client.id, contributor!.id, owned],
      )
      return rows[0]!.id
    }
    const mine = await own(true)
    expect(await lock({ collection: 'case-studies', id: mine, user: contributor })).toBe('made')
    const move = (to: string) =>
      codeOf(
        ask(
          contributor,
          `update payload_locked_documents_rels set case_studies_id = '${to}' where path = 'document'`,
        ),
      )
    const theirs = await own(false)
    expect(await move(theirs)).toBe('42501')
    expect(await move(randomUUID())).toBe('42501')
    expect(await move(mine)).toBe('done')
    expect((await locks()).map(({ rls_document }) => rls_document)).toEqual([mine])
  })

  it('is seen by its tenant’s people and by operators, and by nobody else', async () => {
    await lock({
      collection: 'case-studies',
      id: await study(),
      user: await userOf('editor@client.test'),
    })
    const seenBy = async (email: string | null) => {
      const { rows } = await ask(await userOf(email), 'select id from payload_locked_documents')
      const { rows: parts } = await ask(
        await userOf(email),
        'select id from payload_locked_documents_rels',
      )
      return [rows.length, parts.length]
    }
    for (const email of ['viewer@client.test', 'operator@test.test', 'editor@client.test']) {
      expect({ email, seen: await seenBy(email) }).toEqual({ email, seen: [1, 2] })
    }
    for (const email of ['owner@stranger.test', 'nowhere@client.test', null]) {
      expect({ email, seen: await seenBy(email) }).toEqual({ email, seen: [0, 0] })
    }
  })

  it('is renewed, taken over and deleted by those who may update the document', async () => {
    const editor = await userOf('editor@client.test')
    const admin = await userOf('admin@client.test')
    await lock({ collection: 'case-studies', id: await study(), user: editor })
    const [{ id }] = (await locks()) as [LockRow]
    for (const email of ['viewer@client.test', 'contributor@client.test', 'owner@stranger.test']) {
      const user = await userOf(email)
      const changed = await Promise.all(
        [
          'update payload_locked_documents set updated_at = now()',
          'delete from payload_locked_documents_rels',
          'delete from payload_locked_documents',
        ].map(async (statement) => (await ask(user, statement)).rowCount),
      )
      expect({ email, changed }).toEqual({ email, changed: [0, 0, 0] })
    }
    await as(editor, () =>
      payload.db.updateOne({
        collection: 'payload-locked-documents',
        id,
        data: { updatedAt: new Date().toISOString() },
        returning: false,
      }),
    )
    // Payload's “take over”: the lock gets another user.
    await payload.update({
      collection: 'payload-locked-documents',
      id,
      data: { user: { relationTo: 'users', value: admin!.id } },
      overrideAccess: true,
      user: admin!,
    })
    expect((await locks()).map(({ rls_owner }) => rls_owner)).toEqual([admin!.id])
    const { rowCount } = await ask(editor, 'delete from payload_locked_documents')
    expect(rowCount).toBe(1)
  })

  it('stands in the way of an update, and goes with the update that overrides it', async () => {
    const editor = await userOf('editor@client.test')
    const admin = await userOf('admin@client.test')
    const id = await study()
    await lock({ collection: 'case-studies', id, user: editor })
    const update = (overrideLock: boolean) =>
      payload.update({
        collection: 'case-studies',
        id,
        data: { year: 2002 },
        overrideAccess: false,
        overrideLock,
        user: admin!,
      })
    await expect(update(false)).rejects.toThrow(/is editing this/)
    await update(true)
    expect(await locks()).toEqual([])
  })

  it('goes with its document, and what was left unfinished with the next', async () => {
    const editor = await userOf('editor@client.test')
    const doc = await payload.create({
      collection: 'services',
      data: { tenant: world.client.id, name: 'Locked', slug: 'locked' },
    })
    await lock({ collection: 'services', id: doc.id, user: editor })
    await owner.query('delete from services where id = $1', [doc.id])
    expect(await locks()).toEqual([])
    await lock({ collection: 'case-studies', id: randomUUID(), user: editor })
    await owner.query(`update payload_locked_documents set created_at = now() - interval '1 hour'`)
    await lock({ collection: 'case-studies', id: await study(), user: editor })
    expect(await locks()).toHaveLength(1)
  })
})
