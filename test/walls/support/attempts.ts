// One attempt, made against each wall by itself. Both are rolled back.
import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import type pg from 'pg'
import { claimsOf } from '../../../access/claims.ts'
import { PLATFORM, principalOf } from '../../../access/principal.ts'
import type { RuledCollection } from '../../../access/rules.ts'
import { sentenceOf, withClaims } from '../../../plugins/row-level-security/index.ts'
import { requiredData } from './documents.ts'
import type { Operation, Row } from './oracle.ts'

export type Attempt = {
  payload: Payload
  user: unknown
  collection: RuledCollection & CollectionSlug
  operation: Operation
  row: Row
  /** Whether the row has children to ask for as well. */
  isTranslated: boolean
  /** Somebody without any membership, for those that are created. */
  nobody: string
}

export const tableOf = (collection: string): string => collection.replaceAll('-', '_')

/** Payload's operation as the user, with the database open to it: what the first wall says. */
export const askFirstWall = async ({
  collection,
  nobody,
  operation,
  payload,
  row,
  user,
}: Attempt): Promise<boolean> =>
  withClaims(claimsOf(PLATFORM), async () => {
    const transactionID = (await payload.db.beginTransaction()) as string
    // Not 'local': without a user that would be our own code.
    const req = { transactionID, payloadAPI: 'REST' as const, query: { references: 'keep' } }
    const common = { collection, overrideAccess: false, req, user: user as never, depth: 0 }
    const change = async (data: Record<string, unknown>) => {
      await payload.update({ ...common, id: row.id, data: data as never, trash: true } as never)
      return true
    }
    try {
      switch (operation) {
        case 'read': {
          const found = { ...common, id: row.id, disableErrors: true, trash: true }
          return (await payload.findByID(found)) !== null
        }
        case 'readVersion': {
          const where = { and: [{ parent: { equals: row.id } }, { latest: { equals: true } }] }
          const { docs } = await payload.findVersions({
            ...common,
            where,
            limit: 1,
            trash: true,
          } as never)
          return docs.length > 0
        }
        case 'create':
          await payload.create({
            ...common,
            data: { ...creation({ collection, nobody, row }), tenant: row.tenant_id },
          } as never)
          return true
        case 'update':
          return await change(touch({ collection, row }))
        case 'publish':
          return await change({ _status: 'published' })
        case 'unpublish':
          return await change({ _status: 'draft' })
        case 'trash':
          return await change({ deletedAt: new Date().toISOString() })
        case 'restore':
          return await change({ deletedAt: null })
        case 'purge':
          await payload.delete({ ...common, id: row.id, trash: true } as never)
          return true
      }
    } catch (err) {
      if (isRefusal(err)) {
        return false
      }
      throw err
    } finally {
      await payload.db.rollbackTransaction(transactionID)
    }
  })

type Guarded = { pool: { connect: () => Promise<pg.PoolClient> } }

/** Plain SQL as the runtime role with the user's context: what the second wall says. */
export const askSecondWall = async ({
  collection,
  isTranslated,
  nobody,
  operation,
  payload,
  row,
  user,
}: Attempt): Promise<boolean> =>
  withClaims(claimsOf(principalOf(user)), async () => {
    const { pool } = payload.db as unknown as Guarded
    const client = await pool.connect()
    const table = `"${tableOf(collection)}"`
    const affects = async (text: string, values: unknown[] = [row.id]) =>
      ((await client.query(text, values)).rowCount ?? 0) > 0
    try {
      await client.query('begin')
      switch (operation) {
        case 'read':
          return agreed(
            await affects(`select 1 from ${table} where id = $1`),
            ...(await ofChildren({
              affects,
              collection,
              isTranslated,
              text: (child) => `select 1 from ${child} where _parent_id = $1`,
            })),
          )
        case 'readVersion':
          return await affects(
            `select 1 from "_${tableOf(collection)}_v" where parent_id = $1 and latest`,
          )
        case 'create':
          return await insert({ client, collection, nobody, row, user })
        case 'update':
          return agreed(
            await affects(`update ${table} set updated_at = now() where id = $1`),
            ...(await ofChildren({
              affects,
              collection,
              isTranslated,
              text: (child) => `update ${child} set _locale = _locale where _parent_id = $1`,
            })),
          )
        case 'publish':
          return await affects(`update ${table} set _status = 'published' where id = $1`)
        case 'unpublish':
          return await affects(`update ${table} set _status = 'draft' where id = $1`)
        case 'trash':
          return await affects(`update ${table} set deleted_at = now() where id = $1`)
        case 'restore':
          return await affects(`update ${table} set deleted_at = null where id = $1`)
        case 'purge':
          return await affects(`delete from ${table} where id = $1`)
      }
    } catch (err) {
      if (sentenceOf(err)?.code === 'not_allowed') {
        return false
      }
      throw err
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

/** A row and its children stand or fall together. */
const ofChildren = async ({
  affects,
  collection,
  isTranslated,
  text,
}: {
  affects: (text: string) => Promise<boolean>
  collection: string
  isTranslated: boolean
  text: (child: string) => string
}): Promise<boolean[]> =>
  isTranslated ? [await affects(text(`"${tableOf(collection)}_locales"`))] : []

const agreed = (...answers: boolean[]): boolean => {
  if (new Set(answers).size !== 1) {
    throw new Error(`A row and its children disagree: ${answers.join(', ')}`)
  }
  return answers[0]!
}

/** A copy of the row under a new id, by whoever asks. */
const insert = async ({
  client,
  collection,
  nobody,
  row,
  user,
}: {
  client: pg.PoolClient
  collection: string
  nobody: string
  row: Row
  user: unknown
}): Promise<boolean> => {
  const fresh = requiredData(collection)
  const values: Record<string, unknown> = {
    ...row,
    id: randomUUID(),
    ...('created_by_id' in row
      ? { created_by_id: (user as { id?: string } | null)?.id ?? null }
      : {}),
    ...('_status' in row ? { _status: 'draft' } : {}),
    ...('deleted_at' in row ? { deleted_at: null } : {}),
    ...('slug' in row ? { slug: fresh.slug ?? fresh.name } : {}),
    ...('name' in row ? { name: fresh.name ?? fresh.slug } : {}),
    ...('from' in row ? { from: fresh.from } : {}),
    ...('user_id' in row ? { user_id: nobody } : {}),
    ...('permissions' in row ? { permissions: '[]' } : {}),
  }
  const columns = Object.keys(values)
  await client.query(
    `insert into "${tableOf(collection)}" (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    columns.map((name) => values[name]),
  )
  return true
}

const creation = ({
  collection,
  nobody,
  row,
}: {
  collection: string
  nobody: string
  row: Row
}): Record<string, unknown> => {
  switch (collection) {
    case 'memberships':
      return { user: nobody, role: row.role, customRole: row.custom_role_id, status: 'active' }
    case 'roles':
      return { ...requiredData(collection), permissions: [] }
    default:
      return { ...requiredData(collection), _status: 'draft' }
  }
}

/** A change that means nothing. */
export const touch = ({
  collection,
  row,
}: {
  collection: string
  row: Row
}): Record<string, unknown> => {
  switch (collection) {
    case 'case-studies':
      return { year: 2001 }
    case 'pages':
      return { title: 'Touched' }
    case 'leads':
      return { status: 'done' }
    case 'redirects':
      return { to: '/touched' }
    case 'testimonials':
      return { attribution: 'Touched' }
    case 'memberships':
      return { status: row.status }
    case 'roles':
      return { description: 'Touched' }
    default:
      return { name: 'Touched' }
  }
}

const isRefusal = (err: unknown): boolean =>
  [403, 404].includes((err as { status?: number }).status ?? 0)
