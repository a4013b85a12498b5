/**
 * One statement between two others in one pipeline: the first sets the context and the role, the last resets
 * every setting.
 */
import pg from 'pg'
import type { TimeBudget } from './scope.ts'
import { startClock, timeoutFor, type Clock } from './timeBudget.ts'

/**
 * What every statement starts with. The role comes first: it has no log-in and owns nothing, so there
 * is nothing that a statement could alter. Temporary tables come last in the search path, so that
 * none stands in front of ours. A session lock may outlive a statement that failed.
 */
export const prefixFor = ({ role }: { role: string | undefined }): string =>
  [
    `select pg_catalog.set_config('rls.context', $1, true)`,
    ...(role === undefined ? [] : [`pg_catalog.set_config('role', '${role}', true)`]),
    `pg_catalog.set_config('row_security', 'on', true)`,
    `pg_catalog.set_config('search_path', 'public, pg_temp', true)`,
    `pg_catalog.set_config('statement_timeout', $2, true)`,
    `pg_catalog.pg_advisory_unlock_all()`,
  ].join(', ')

/**
 * What every statement ends with: `set_config(…, false)` inside it would otherwise stay on the
 * connection. After the statement and not before the next, because a transaction is read-only or
 * serializable from its beginning.
 */
const RESET = 'reset all'

export type Callback = (err: Error | null, result?: unknown) => void

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
  sync: () => void
}

type QueryInternals = {
  callback?: Callback
  portal: string
  // Methods, not properties: the class below overrides them.
  prepare(connection: Wire): void
  _getRows(connection: Wire, rows: number | undefined): void
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

/** Connections that have parsed the statements of our own already. */
const prepared = new WeakSet<Wire>()

const PREFIX_NAME = 'rls'
const RESET_NAME = 'rls_reset'

export const contextQuery = ({
  isPrepared,
  prefix,
  statementTimeoutMs,
}: {
  isPrepared: boolean
  prefix: string
  statementTimeoutMs: number
}) =>
  class ContextQuery extends BaseQuery {
    context = ''
    budget: TimeBudget | undefined
    clock: Clock | undefined
    /** How many of the three statements are complete. */
    private completed = 0

    override requiresPreparation(): boolean {
      return true
    }

    override prepare(connection: Wire): void {
      // Only now: before, it waited for its turn on the connection.
      this.clock = startClock()
      if (isPrepared && !prepared.has(connection)) {
        // Both now: what follows a statement that fails is skipped.
        connection.parse({ name: PREFIX_NAME, text: prefix, types: [TEXT_OID, TEXT_OID] })
        connection.parse({ name: RESET_NAME, text: RESET, types: [] })
        prepared.add(connection)
      }
      this.run({
        connection,
        name: PREFIX_NAME,
        text: prefix,
        types: [TEXT_OID, TEXT_OID],
        values: [this.context, timeoutFor({ budget: this.budget, statementTimeoutMs })],
      })
      super.prepare(connection)
    }

    override _getRows(connection: Wire): void {
      connection.execute({ portal: this.portal, rows: 0 })
      this.run({ connection, name: RESET_NAME, text: RESET, types: [], values: [] })
      connection.sync()
    }

    override handleDataRow(message: unknown): void {
      if (this.completed === 1) {
        super.handleDataRow(message)
      }
    }

    override handleCommandComplete(message: unknown, connection: unknown): void {
      if (this.completed === 1) {
        super.handleCommandComplete(message, connection)
      }
      this.completed += 1
    }

    private run({
      connection,
      name,
      text,
      types,
      values,
    }: {
      connection: Wire
      name: string
      text: string
      types: number[]
      values: string[]
    }): void {
      if (!isPrepared) {
        connection.parse({ name: '', text, types })
      }
      connection.bind({
        portal: '',
        statement: isPrepared ? name : '',
        values,
        valueMapper: (value) => value,
      })
      connection.execute({ portal: '', rows: 0 })
    }
  }
