/** Makes each call of the database adapter run as whoever its `req` says. */
import type pg from 'pg'
import { NotFound } from 'payload'
import { AUTH_CLAIMS } from './localApi.ts'
import { claimsOfUser, currentScope, isNobody, runInScope } from './scope.ts'
import { guardTransactions, type TransactionalAdapter } from './transactions.ts'
import type { Claims } from './claims.ts'

const METHODS = [
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'find',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findOne',
  'findVersions',
  'queryDrafts',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

type Adapter = {
  count: (this: unknown, args: Args) => Promise<{ totalDocs: number }>
  deleteOne: (this: unknown, args: Args) => Promise<{ id: unknown } | null>
  find: (this: unknown, args: Args) => Promise<Found>
  findOne: (this: unknown, args: Args) => Promise<{ id: unknown } | null>
  payload: { collections: Record<string, { config: { auth?: unknown } } | undefined> }
}

/**
 * Before anybody has signed in, Payload asks for any user at all: it offers to create the first one,
 * and lets its form through, when there is none. Rows that are hidden from nobody would look like
 * rows that do not exist. So nobody is told whether there is a user, and nothing about them.
 */
const answerWhetherAnybodyIsThere = (adapter: Adapter): void => {
  const { count, find, findOne } = adapter
  const isQuestion = ({ collection, where }: Args): boolean =>
    Boolean(adapter.payload.collections[collection ?? '']?.config.auth) &&
    isEmpty(where) &&
    isNobody()
  const findAnybody = async (
    self: unknown,
    { collection, req }: Args,
  ): Promise<{ id: unknown }[]> => {
    const found = await runInScope(
      { claims: AUTH_CLAIMS },
      async () => await findOne.call(self, { collection, req }),
    )
    return found ? [{ id: found.id }] : []
  }
  adapter.findOne = async function (args) {
    return isQuestion(args)
      ? ((await findAnybody(this, args))[0] ?? null)
      : findOne.call(this, args)
  }
  adapter.find = async function (args) {
    if (!isQuestion(args) || args.limit !== 1) {
      return find.call(this, args)
    }
    const docs = await findAnybody(this, args)
    return {
      docs,
      hasNextPage: false,
      hasPrevPage: false,
      limit: 1,
      nextPage: null,
      page: 1,
      pagingCounter: 1,
      prevPage: null,
      totalDocs: docs.length,
      totalPages: 1,
    }
  }
  adapter.count = async function (args) {
    return isQuestion(args)
      ? { totalDocs: (await findAnybody(this, args)).length }
      : count.call(this, args)
  }
}

/** Payload joins conditions that are none: `{}`, `{ and: [] }`, `{ and: [{}, {}] }`. */
const isEmpty = (where: unknown): boolean =>
  where === undefined ||
  where === null ||
  (Array.isArray(where)
    ? where.every(isEmpty)
    : typeof where === 'object' &&
      Object.entries(where).every(([key, value]) => /^(and|or)$/i.test(key) && isEmpty(value)))

/**
 * A delete that the policies hide affects no row, and Postgres does not call that an error. Whoever
 * asked for it would go on as if it were gone, and remove its files. Where there is nothing to delete,
 * Payload goes on with a document that is `null`.
 */
const noticeWhatStays = (adapter: Adapter): void => {
  const original = adapter.deleteOne
  adapter.deleteOne = async function (args) {
    const { collection, req, where } = args
    // Payload's adapter fails over a filter that joins another table and finds nothing to delete.
    const found = await adapter.count.call(this, { collection, req, where })
    if (found.totalDocs === 0) {
      throw new NotFound()
    }
    const deleted = await original.call(this, args).catch((err: unknown) => {
      // The adapter reads the row before it deletes it, and fails over one that somebody deleted meanwhile.
      throw err instanceof TypeError ? new NotFound() : err
    })
    const left = deleted
      ? await adapter.count.call(this, { collection, req, where: { id: { equals: deleted.id } } })
      : { totalDocs: 0 }
    if (left.totalDocs > 0) {
      throw Object.assign(new Error('The row was not deleted: a policy keeps it.'), {
        code: '42501',
      })
    }
    return deleted
  }
}

type Connecting = {
  connect?: (this: unknown, args?: object) => Promise<void>
  initializing?: Promise<void>
  pool?: { out?: Iterable<pg.PoolClient> }
}

/**
 * Payload takes a client of the new pool to see whether the database answers, and keeps it for ever, outage
 * after outage another one. The pool replaces a lost client by itself, so what was taken goes back.
 */
const giveBackTheFirstClient = (adapter: Connecting): void => {
  // Whoever connects is told that it failed; this promise is rejected as well, without a reason, when
  // nobody waits for it.
  adapter.initializing?.catch(() => undefined)
  const { connect } = adapter
  adapter.connect = async function (args) {
    const isFirst = !adapter.pool
    await connect?.call(this, args)
    for (const client of isFirst ? (adapter.pool?.out ?? []) : []) {
      // Payload listens there to take another one.
      client.removeAllListeners('error').on('error', () => undefined)
      client.release()
    }
  }
}

type Found = { docs: { id: unknown }[]; totalDocs: number } & Record<string, unknown>
type Args = { collection?: string; limit?: number; req?: { user?: unknown }; where?: unknown }
type Method = (this: unknown, args: Args) => Promise<unknown>

/** The queue's own statements, which run for nobody in particular. */
const QUEUE_CLAIMS: Claims = { userId: null, grants: [], caps: ['jobs'] }

/** A quarter of the connections stays free for what is asked beside a transaction. */
const mostTransactions = (connections = 10): number =>
  Math.max(1, connections - Math.ceil(connections / 4))

/** Replaces the methods of an adapter in place. Shares nothing with a request but its user. */
export const guardAdapter = <T extends object>(adapter: T): T => {
  const methods = adapter as Record<string, Method | undefined>
  answerWhetherAnybodyIsThere(adapter as unknown as Adapter)
  noticeWhatStays(adapter as unknown as Adapter)
  const { poolOptions } = adapter as { poolOptions?: { max?: number } }
  guardTransactions(adapter as unknown as TransactionalAdapter, {
    most: mostTransactions(poolOptions?.max),
  })
  giveBackTheFirstClient(adapter)
  for (const name of METHODS) {
    const original = methods[name]
    if (original) {
      methods[name] = function (args) {
        const scope = currentScope()
        const claims = claimsFor({ args, name, scope })
        return claims
          ? // Drizzle's queries are lazy: they have to be awaited inside.
            runInScope({ ...scope, claims }, async () => await original.call(this, args))
          : original.call(this, args)
      }
    }
  }
  return adapter
}

const claimsFor = ({
  args,
  name,
  scope,
}: {
  args: Args
  name: string
  scope: ReturnType<typeof currentScope>
}): Claims | undefined => {
  if (scope?.claims) {
    return undefined
  }
  if (args?.req?.user) {
    return claimsOfUser(args.req.user)
  }
  const isQueue = args?.collection === 'payload-jobs' || name === 'updateJobs'
  return isQueue && !scope?.request ? QUEUE_CLAIMS : undefined
}
