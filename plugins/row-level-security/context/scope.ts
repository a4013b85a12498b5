/** Whose statements these are: carried along the asynchronous calls of one request or job. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { isOutage } from './outage.ts'
import { ANONYMOUS_CLAIMS, mergeClaims, type Claims } from './claims.ts'

/** What is known of the request that is being answered. Its user is filled in once authenticated. */
export type RequestHolder = { user: unknown }

type Extra = Pick<Claims, 'grants' | 'caps'>

/** Database time that one piece of work may still use. Counted by the pool, statement by statement. */
export type TimeBudget = { leftMs: number; isSpent: boolean }

export type Scope = {
  /** Set explicitly; stands above the user of the request. */
  claims?: Claims
  request?: RequestHolder
  extra?: readonly Extra[]
  /** Whoever's claims the work takes, its time stays the same; see `runInScope`. */
  budget?: TimeBudget
  /** Inherited in the same way: whether the database could not be asked something for this request. */
  outage?: { hasHappened: boolean }
}

type Shared = {
  storage: AsyncLocalStorage<Scope>
  claimsOf: (user: unknown) => Claims
  fallback: Claims | undefined
}

// Next bundles modules again for itself; what crosses between the copies lives on globalThis.
const KEY = Symbol.for('row-level-security')
const holder = globalThis as unknown as Record<symbol, Shared | undefined>
const shared: Shared = (holder[KEY] ??= {
  storage: new AsyncLocalStorage<Scope>(),
  claimsOf: () => ANONYMOUS_CLAIMS,
  fallback: undefined,
})

/** How a user's claims are found. Set by the plugin. */
export const setClaimsOf = (claimsOf: (user: unknown) => Claims): void => {
  shared.claimsOf = claimsOf
}

/**
 * The claims of every statement for which nobody else is known. For commands and tests, which run
 * on behalf of whoever has the machine; never for a server.
 */
export const setFallbackClaims = (claims: Claims | undefined): void => {
  shared.fallback = claims
}

export const currentScope = (): Scope | undefined => shared.storage.getStore()

/** A scope inside another one inherits its time budget and its outage: no change of claims escapes them. */
export const runInScope = <T>(scope: Scope, work: () => T): T => {
  const outer = currentScope()
  const budget = scope.budget ?? outer?.budget
  const outage = scope.outage ?? outer?.outage
  return shared.storage.run(
    { ...scope, ...(budget ? { budget } : {}), ...(outage ? { outage } : {}) },
    work,
  )
}

/** The claims of a statement that runs now; `undefined` when nobody asks, and nothing is shown. */
export const claimsIn = (scope: Scope | undefined): Claims | undefined => {
  const own = scope?.claims ?? (scope?.request ? shared.claimsOf(scope.request.user) : undefined)
  const claims = own ?? shared.fallback ?? (scope?.extra ? ANONYMOUS_CLAIMS : undefined)
  return claims && mergeClaims(claims, scope?.extra ?? [])
}

/** The user of the request that is being answered, once they are authenticated. */
export const currentUser = (): unknown => currentScope()?.request?.user ?? null

/** Whether no person, no capability and no command stands behind the statements that run now. */
export const isNobody = (): boolean => {
  const scope = currentScope()
  const user = scope?.request ? scope.request.user : shared.fallback
  return !scope?.claims && !user
}

/** The id of whoever the statements that run now are for; `null` for nobody in particular. */
export const currentUserId = (): string | null => claimsIn(currentScope())?.userId ?? null

export const claimsOfUser = (user: unknown): Claims => shared.claimsOf(user)

/** Runs `handle` as one request: anonymous until its user is authenticated. */
export const forRequest = <T>(handle: () => T): T =>
  runInScope({ request: { user: null }, outage: { hasHappened: false } }, handle)

/**
 * Whether the database could not be asked something for the request that is being answered. Whatever was
 * made of that, such as “nobody is signed in”, is no answer.
 */
export const hadOutage = (): boolean => currentScope()?.outage?.hasHappened === true

/** Runs work that is no request, so that `hadOutage` tells about it. */
export const noticingOutage = <T>(work: () => Promise<T>): Promise<T> =>
  runInScope({ ...currentScope(), outage: { hasHappened: false } }, async () => await work())

/** Notes an outage, whatever becomes of the error. */
export const noteOutage = (scope: Scope | undefined, err: unknown): void => {
  if (scope?.outage && isOutage(err)) {
    scope.outage.hasHappened = true
  }
}

/**
 * Runs `work` with exactly these claims, whatever request it is part of.
 *
 * The work must not use a `req` of the request: Payload's data loader would hand what it read to
 * the request's own queries.
 */
export const withClaims = async <T>(claims: Claims, work: () => Promise<T>): Promise<T> =>
  runInScope({ claims }, async () => await work())

/**
 * Runs `work` with at most so much database time, summed over all of its statements. The statement
 * that uses it up is cancelled by Postgres, and later ones are not sent. Inside of work that has a
 * budget already, that one counts.
 *
 * @param work Is given the budget, so that it can tell why its statements failed.
 */
export const withTimeBudget = <T>(
  milliseconds: number,
  work: (budget: Readonly<TimeBudget>) => Promise<T>,
): Promise<T> => {
  const budget = currentScope()?.budget ?? { leftMs: milliseconds, isSpent: false }
  return runInScope({ ...currentScope(), budget }, async () => await work(budget))
}

/** Runs `work` with some rights beside those of whoever asks. */
export const withExtra = async <T>(extra: Extra, work: () => Promise<T>): Promise<T> => {
  const scope = currentScope()
  return runInScope(
    {
      ...scope,
      extra: [...(scope?.extra ?? []), extra],
    },
    async () => await work(),
  )
}
