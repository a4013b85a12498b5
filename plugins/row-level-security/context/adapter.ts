/** Makes each call of the database adapter run as whoever its `req` says. */
import { AUTH_CLAIMS } from './localApi.ts'
import { claimsOfUser, currentScope, runInScope } from './scope.ts'
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
  findOne: (this: unknown, args: Args) => Promise<{ id: unknown } | null>
  payload: { collections: Record<string, { config: { auth?: unknown } } | undefined> }
}

/**
 * Before anybody has logged in, Payload asks for any user at all, and offers to create the first one
 * when there is none. It is told whether there is one, and nothing of him.
 */
const answerWhetherAnybodyIsThere = (adapter: Adapter): void => {
  const original = adapter.findOne
  adapter.findOne = async function (args) {
    const isQuestion =
      args.where === undefined && adapter.payload.collections[args.collection ?? '']?.config.auth
    if (!isQuestion || currentScope()?.claims) {
      return original.call(this, args)
    }
    const found = await runInScope(
      { claims: AUTH_CLAIMS },
      async () => await original.call(this, args),
    )
    return found && { id: found.id }
  }
}

/**
 * A delete that the policies hide affects no row, and Postgres does not call that an error. Whoever
 * asked for it would go on as if it were gone, and remove its files.
 */
const noticeWhatStays = (adapter: Adapter): void => {
  const original = adapter.deleteOne
  adapter.deleteOne = async function (args) {
    const { collection, req, where } = args
    // Payload's adapter fails over a filter that joins another table and finds nothing to delete.
    const found = await adapter.count.call(this, { collection, req, where })
    if (found.totalDocs === 0) {
      return null as never
    }
    const deleted = await original.call(this, args)
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

type Args = { collection?: string; req?: { user?: unknown }; where?: unknown }
type Method = (this: unknown, args: Args) => Promise<unknown>

/** The queue's own statements, which run for nobody in particular. */
const QUEUE_CLAIMS: Claims = { userId: null, grants: [], caps: ['jobs'] }

/** Replaces the methods of an adapter in place. Shares nothing with a request but its user. */
export const guardAdapter = <T extends object>(adapter: T): T => {
  const methods = adapter as Record<string, Method | undefined>
  answerWhetherAnybodyIsThere(adapter as unknown as Adapter)
  noticeWhatStays(adapter as unknown as Adapter)
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
