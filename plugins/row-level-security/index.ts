/**
 * Row-level security for Payload on Postgres: a second wall behind the access functions.
 *
 * Two parts: `guardedDatabase` makes every statement carry a signed context, and the plugin makes
 * Payload's own calls, with or without a `req`, run as the right one. The policies themselves come
 * from `buildWalls`. See README.md.
 */
import type { DatabaseAdapterObj, Payload, Plugin } from 'payload'
import type pg from 'pg'
import { guardAdapter } from './context/adapter.ts'
import { guardAuth } from './context/auth.ts'
import { guardLocalApi } from './context/localApi.ts'
import { guardedPg } from './context/pool.ts'
import { setClaimsOf } from './context/scope.ts'
import { createSigner, deriveKey } from './context/signer.ts'
import { explainRefusal } from './hooks/explainRefusal.ts'
import type { Claims } from './context/claims.ts'

export { ANONYMOUS_CLAIMS, type Claims } from './context/claims.ts'
export {
  currentUser,
  currentUserId,
  forRequest,
  hadOutage,
  noticingOutage,
  setFallbackClaims,
  withClaims,
  withExtra,
  withTimeBudget,
  type TimeBudget,
} from './context/scope.ts'
export { isOutage } from './context/outage.ts'
export { guardGraphQL } from './context/graphql.ts'
export { withFreshRequest } from './context/request.ts'
export { deriveKey, paddedKeys, signContext, type ContextKey } from './context/signer.ts'
export { auditWalls, type Audit } from './sql/audit.ts'
export { fillEmptyTables } from './sql/fill.ts'
export { probeWalls, type Probe } from './sql/probe.ts'
export { takeFromEverybody } from './sql/everybody.ts'
export { sortTables, type ChildTable, type RawTable } from './sql/tables.ts'
export { buildWalls, type RootWall } from './sql/walls.ts'
export { sentenceOf } from './problems.ts'

export type RowLevelSecurityOptions = {
  /** What a user of the admin holds, from the document that authentication loaded. */
  claimsOf: (user: unknown) => Claims
}

/** Payload's side: who asks, for calls that name nobody. */
export const rowLevelSecurity =
  ({ claimsOf }: RowLevelSecurityOptions): Plugin =>
  (config) => {
    setClaimsOf(claimsOf)
    return {
      ...config,
      hooks: {
        ...config.hooks,
        afterError: [...(config.hooks?.afterError ?? []), explainRefusal],
      },
      onInit: async (payload: Payload) => {
        guardLocalApi(payload)
        guardAuth(payload)
        await config.onInit?.(payload)
      },
    }
  }

/**
 * The database's side: an adapter whose every statement carries its context.
 *
 * @param adapterWith Makes the adapter with the `pg` that it is given, e.g.
 *   `(pg) => postgresAdapter({ pg, … })`.
 * @param role The role without log-in that every statement runs as: the `role` of `buildWalls`. The
 *   log-in role has to be a member of it. Default: the log-in role itself.
 * @param secret What the signing key is derived from. The database knows the key; see README.md.
 * @param isBehindTransactionPooler Default false: the context's own statement is prepared once per
 *   connection, which a transaction pooler does not keep.
 * @param statementTimeoutMs Default 30,000.
 */
export const guardedDatabase = ({
  adapterWith,
  isBehindTransactionPooler = false,
  role,
  secret,
  statementTimeoutMs = 30_000,
}: {
  adapterWith: (guarded: typeof pg) => DatabaseAdapterObj
  isBehindTransactionPooler?: boolean
  role?: string
  secret: string
  statementTimeoutMs?: number
}): DatabaseAdapterObj => {
  const sign = createSigner(deriveKey(secret))
  const adapter = adapterWith(
    guardedPg({ isBehindTransactionPooler, role, sign, statementTimeoutMs }),
  )
  return { ...adapter, init: (args) => guardAdapter(adapter.init(args)) }
}
