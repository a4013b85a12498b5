/**
 * A pg pool whose every statement carries its context and leaves nothing behind.
 *
 * Each statement travels between two others in one pipeline, without a Sync between: the first sets
 * the context and the role, the last resets every setting. The three form one implicit transaction,
 * so a transaction pooler in between never sees a setting. One write and one round trip.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
import pg from 'pg'
import { contextQuery, prefixFor, type Callback } from './contextQuery.ts'
import { createPreparedNames, withSteadyAliases } from './preparedNames.ts'
import { createLanes } from './lanes.ts'
import { claimsIn, currentScope, noteOutage, runInScope, type Scope } from './scope.ts'
import { poolExhausted } from './outage.ts'
import { charge, QUERY_CANCELED, spentError } from './timeBudget.ts'
import { serialise } from './claims.ts'
import type { Signer } from './signer.ts'

/** Transaction control has no rows to guard, and BEGIN cannot follow another statement. */
const CONTROL = /^\s*(begin|commit|rollback|savepoint|release|start transaction)\b[^;]*;?\s*$/i

/** Everything else that a server needs. DO, ALTER, PREPARE, LISTEN and the like are refused. */
const QUERY = /^[\s(]*(select|insert|update|delete|with|values)\b/i

const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * Makes the `pg` that a Payload Postgres adapter takes as its option of that name.
 *
 * @param role The role without log-in that statements run as; the log-in role has to be a member of
 *   it. Without one, statements run as the log-in role.
 * @param sign Called with the serialised claims of each statement.
 * @param statementTimeoutMs The longest that one statement may take.
 * @param isBehindTransactionPooler Whether statements of one connection may reach different servers,
 *   which then do not know what was prepared.
 */
export const guardedPg = ({
  isBehindTransactionPooler = false,
  role,
  sign,
  statementTimeoutMs,
}: {
  isBehindTransactionPooler?: boolean
  role?: string | undefined
  sign: Signer
  statementTimeoutMs: number
}): typeof pg => {
  if (role !== undefined && !ROLE_NAME.test(role)) {
    throw new Error(`“${role}” is no name for a role: use lowercase letters, digits and _.`)
  }
  const ContextQuery = contextQuery({
    isPrepared: !isBehindTransactionPooler,
    prefix: prefixFor({ role }),
    statementTimeoutMs,
  })
  const contextNow = (): string => {
    const claims = claimsIn(currentScope())
    return claims ? sign(serialise(claims)) : ''
  }

  const nameOf = isBehindTransactionPooler ? () => undefined : createPreparedNames()
  const named = (config: unknown, given: string): unknown => {
    const text = withSteadyAliases(given)
    const name = nameOf(text)
    if (name === undefined) {
      return config
    }
    return typeof config === 'object' ? { ...config, name, text } : { name, text }
  }

  class GuardedClient extends pg.Client {
    /** When it was last asked something; see transactions.ts. */
    askedAt = performance.now()
    /** While it is out of the pool. */
    declare release?: pg.PoolClient['release']

    constructor(options?: pg.ClientConfig) {
      super(options)
      // An event that nobody hears ends the process, and the pool does not listen while the client is out.
      // Whoever asks it something next is told.
      this.on('error', () => undefined)
    }

    // @ts-expect-error pg has nine overloads; this takes them all and returns what they return.
    override query(config: unknown, values?: unknown, callback?: unknown): unknown {
      const base = super.query.bind(this) as (...args: unknown[]) => unknown
      this.askedAt = performance.now()
      const text = typeof config === 'string' ? config : (config as { text?: string }).text
      if (typeof text === 'string' && CONTROL.test(text)) {
        const answer = base(config, values, callback)
        return answer instanceof Promise ? this.#control(text, answer) : answer
      }
      if (typeof text !== 'string' || !QUERY.test(text)) {
        return refuse(values, callback)
      }
      const query = new ContextQuery(named(config, text), values, callback)
      query.context = contextNow()
      const scope = currentScope()
      const budget = scope?.budget
      query.budget = budget
      const settle =
        (done: Callback): Callback =>
        (err, result) => {
          if (budget) {
            charge({ budget, clock: query.clock, err })
          }
          if (err) {
            noteOutage(scope, err)
          }
          done(err, result)
        }
      const isOver = budget !== undefined && budget.leftMs <= 0
      if (query.callback) {
        query.callback = settle(query.callback)
        return isOver ? process.nextTick(query.callback, spentError(budget)) : base(query)
      }
      return new Promise((resolve, reject) => {
        query.callback = settle((err, result) => (err ? reject(err) : resolve(result)))
        if (isOver) {
          reject(spentError(budget))
        } else {
          base(query)
        }
      })
    }

    /**
     * A COMMIT after a statement that failed rolls back, and Postgres calls that a success. A BEGIN that
     * failed has nobody who gives the client back.
     */
    async #control(text: string, answer: Promise<unknown>): Promise<unknown> {
      try {
        const result = await answer
        if (/^\s*commit/i.test(text) && (result as pg.QueryResult).command === 'ROLLBACK') {
          throw Object.assign(new Error('The transaction failed before, so nothing was saved.'), {
            code: '25P02',
          })
        }
        return result
      } catch (err) {
        noteOutage(currentScope(), err)
        if (/^\s*(begin|start)/i.test(text)) {
          this.release?.(err as Error)
        }
        throw err
      }
    }
  }

  class GuardedPool extends pg.Pool {
    /** The clients that somebody has taken. */
    readonly out = new Set<pg.PoolClient>()
    readonly #enter: ReturnType<typeof createLanes>

    constructor(options: pg.PoolConfig) {
      super({ ...options, Client: GuardedClient } as pg.PoolConfig)
      const { connectionTimeoutMillis = 5_000, max = 10 } = options
      this.#enter = createLanes({
        nobody: Math.max(1, Math.floor(max / 2)),
        perRequest: Math.max(1, Math.floor(max / 3)),
        waitMs: connectionTimeoutMillis,
      })
      // An idle client that lost its server is replaced at the next use; there is nobody to tell.
      this.on('error', () => undefined)
      this.on('acquire', (client) => this.out.add(client))
      this.on('release', (_, client) => this.out.delete(client))
    }

    override async connect(): Promise<pg.PoolClient> {
      const scope = currentScope()
      try {
        return givenBackOnce(await super.connect())
      } catch (err) {
        const isBusy = /^timeout exceeded/.test((err as Error).message)
        const thrown = isBusy ? poolExhausted(err) : err
        noteOutage(scope, thrown)
        throw thrown
      }
    }

    async #enterAs(scope: Scope | undefined): Promise<() => void> {
      try {
        return await this.#enter({
          isNobody: !scope?.claims && !scope?.request?.user,
          // One for the whole of a request, whatever scopes there are within.
          request: scope?.outage,
        })
      } catch (err) {
        noteOutage(scope, err)
        throw err
      }
    }

    // @ts-expect-error as above.
    override query(config: unknown, values?: unknown, callback?: Callback): unknown {
      // Taken now: a free client may come in the middle of somebody else's request.
      const scope = currentScope()
      const run = async (): Promise<unknown> => {
        const leave = await this.#enterAs(scope)
        try {
          return await ask()
        } finally {
          leave()
        }
      }
      const ask = async (): Promise<unknown> => {
        const client = await this.connect()
        try {
          const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
          const send = () => query(config, typeof values === 'function' ? undefined : values)
          const result = await (scope ? runInScope(scope, send) : send())
          client.release()
          return result
        } catch (err) {
          // An error of the statement leaves the connection whole; any other ends it.
          client.release(isServerError(err) ? undefined : (err as Error))
          throw err
        }
      }
      const done = typeof values === 'function' ? (values as Callback) : callback
      if (!done) {
        return run()
      }
      run().then(
        (result) => done(null, result),
        (err: Error) => done(err),
      )
      return undefined
    }
  }
  return Object.create(pg, { Pool: { value: GuardedPool } }) as typeof pg
}

/**
 * A client that ended goes back to the pool by itself, so that its place is free although somebody who
 * waits for an answer may never give it back. After that, giving it back is nothing.
 */
const givenBackOnce = (client: pg.PoolClient): pg.PoolClient => {
  const release = client.release.bind(client)
  let isBack = false
  const onEnd = () => client.release(true)
  client.release = (err) => {
    if (!isBack) {
      isBack = true
      client.off('end', onEnd)
      release(err)
    }
  }
  client.once('end', onEnd)
  return client
}

/** As Postgres refuses: to the callback where there is one, and as a rejection otherwise. */
const refuse = (...rest: unknown[]): unknown => {
  const error = Object.assign(
    new Error('permission denied: the server sends queries and nothing else to the database'),
    { code: '42501' },
  )
  const callback = rest.find((one): one is Callback => typeof one === 'function')
  if (!callback) {
    return Promise.reject(error)
  }
  process.nextTick(callback, error)
  return undefined
}

/** Five characters of SQLSTATE: Postgres answered. */
const isServerError = (err: unknown): boolean =>
  typeof (err as { code?: unknown }).code === 'string' &&
  /^[0-9A-Z]{5}$/.test((err as { code: string }).code) &&
  // Class 57 ends connections, except for a statement that was cancelled.
  (!(err as { code: string }).code.startsWith('57') ||
    (err as { code: string }).code === QUERY_CANCELED)
