/**
 * A pg pool whose every statement carries its context.
 *
 * The context is set by a statement of its own in the same pipeline, without a Sync between: both
 * form one implicit transaction, so the setting lives exactly as long as the statement, and a
 * transaction pooler in between never sees it. One write and one round trip.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
import pg from 'pg'
import { createPreparedNames, withSteadyAliases } from './preparedNames.ts'
import { claimsIn, currentScope, runInScope } from './scope.ts'
import { serialise } from './claims.ts'
import type { Signer } from './signer.ts'

/**
 * Reset with each statement what an injected one could have left on the connection. Temporary tables
 * come last, so that none stands before a table of ours.
 */
const prefixFor = (timeoutMs: number): string =>
  `select pg_catalog.set_config('rls.context', $1, true), pg_catalog.set_config('row_security', 'on', true), pg_catalog.set_config('search_path', 'public, pg_temp', true), pg_catalog.set_config('statement_timeout', '${timeoutMs}', true)`

/** Transaction control has no rows to guard, and BEGIN cannot follow another statement. */
const CONTROL = /^\s*(begin|commit|rollback|savepoint|release|start transaction|listen|unlisten)\b/i

type Callback = (err: Error | null, result?: unknown) => void

/** The parts of pg's Query and Connection that are not in its types. */
type Wire = {
  parse: (message: { name: string; text: string; types: number[] }) => void
  bind: (message: {
    portal: string
    statement: string
    values: string[]
    valueMapper: (value: unknown) => unknown
  }) => void
  execute: (message: { portal: string; rows: number }) => void
}

type QueryInternals = {
  callback?: Callback
  // Methods, not properties: the class below overrides them.
  prepare(connection: Wire): void
  requiresPreparation(): boolean
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: unknown): void
}

type QueryConstructor = new (
  config: unknown,
  values?: unknown,
  callback?: unknown,
) => QueryInternals

const BaseQuery = pg.Query as unknown as QueryConstructor

const TEXT_OID = 25

/** Connections that have parsed the prefix already. */
const prepared = new WeakSet<Wire>()

const contextQuery = ({ isPrepared, prefix }: { isPrepared: boolean; prefix: string }) =>
  class ContextQuery extends BaseQuery {
    context = ''
    private isPastPrefix = false

    override requiresPreparation(): boolean {
      return true
    }

    override prepare(connection: Wire): void {
      const name = isPrepared ? 'rls' : ''
      if (!isPrepared || !prepared.has(connection)) {
        connection.parse({ name, text: prefix, types: [TEXT_OID] })
        prepared.add(connection)
      }
      connection.bind({
        portal: '',
        statement: name,
        values: [this.context],
        valueMapper: (value) => value,
      })
      connection.execute({ portal: '', rows: 0 })
      super.prepare(connection)
    }

    override handleDataRow(message: unknown): void {
      if (this.isPastPrefix) {
        super.handleDataRow(message)
      }
    }

    override handleCommandComplete(message: unknown, connection: unknown): void {
      if (this.isPastPrefix) {
        super.handleCommandComplete(message, connection)
      }
      this.isPastPrefix = true
    }
  }

/**
 * Makes the `pg` that a Payload Postgres adapter takes as its option of that name.
 *
 * @param sign Called with the serialised claims of each statement.
 * @param statementTimeoutMs The longest that one statement may take.
 * @param isBehindTransactionPooler Whether statements of one connection may reach different servers,
 *   which then do not know what was prepared.
 */
export const guardedPg = ({
  isBehindTransactionPooler = false,
  sign,
  statementTimeoutMs,
}: {
  isBehindTransactionPooler?: boolean
  sign: Signer
  statementTimeoutMs: number
}): typeof pg => {
  const ContextQuery = contextQuery({
    isPrepared: !isBehindTransactionPooler,
    prefix: prefixFor(statementTimeoutMs),
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
    // @ts-expect-error pg has nine overloads; this takes them all and returns what they return.
    override query(config: unknown, values?: unknown, callback?: unknown): unknown {
      const base = super.query.bind(this) as (...args: unknown[]) => unknown
      const text = typeof config === 'string' ? config : (config as { text?: string }).text
      if (typeof text !== 'string' || CONTROL.test(text)) {
        return base(config, values, callback)
      }
      const query = new ContextQuery(named(config, text), values, callback)
      query.context = contextNow()
      if (query.callback) {
        return base(query)
      }
      return new Promise((resolve, reject) => {
        query.callback = (err, result) => (err ? reject(err) : resolve(result))
        base(query)
      })
    }
  }

  class GuardedPool extends pg.Pool {
    constructor(options: pg.PoolConfig) {
      super({ ...options, Client: GuardedClient } as pg.PoolConfig)
      // An idle client that lost its server is replaced at the next use; there is nobody to tell.
      this.on('error', () => undefined)
    }

    // @ts-expect-error as above.
    override query(config: unknown, values?: unknown, callback?: Callback): unknown {
      // Taken now: a free client may come in the middle of somebody else's request.
      const scope = currentScope()
      const run = async (): Promise<unknown> => {
        const client = await this.connect()
        try {
          const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
          const ask = () => query(config, typeof values === 'function' ? undefined : values)
          const result = await (scope ? runInScope(scope, ask) : ask())
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

/** Five characters of SQLSTATE: Postgres answered. */
const isServerError = (err: unknown): boolean =>
  typeof (err as { code?: unknown }).code === 'string' &&
  /^[0-9A-Z]{5}$/.test((err as { code: string }).code) &&
  !(err as { code: string }).code.startsWith('57')
