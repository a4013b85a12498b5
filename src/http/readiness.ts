// Whether this process can do its work now. Each check is asked for its reason, and none for longer than a
// second: whoever watches the process wants an answer, not the truth an hour later.
import { access, constants } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { findSchemaFault } from '../database/findSchemaFault.ts'

/** @returns what is wrong, `null` when nothing is. */
export type Check = () => Promise<string | null> | string | null

const WITHIN_MS = 800

/**
 * A process that has much to do answers late now and then. Were it taken out for that, the others would have
 * still more to do, so a check may be silent for so long after it last found everything right.
 */
const SILENT_FOR_MS = 5_000

const rightAt = new WeakMap<Check, number>()

/** How long the schema and its grants count as they were found. */
const SCHEMA_EVERY_MS = 15_000

/** @returns what is wrong, one reason for each check that failed. */
export const findFaults = async (checks: readonly Check[]): Promise<string[]> => {
  const late = new AbortController()
  const timeout = wait(WITHIN_MS, undefined, { signal: late.signal }).catch(() => undefined)
  const reasons = await Promise.all(
    checks.map((check) => Promise.race([ask(check), timeout.then(() => silenceOf(check))])),
  )
  late.abort()
  return reasons.filter((reason) => reason !== null)
}

const ask = async (check: Check): Promise<string | null> => {
  try {
    const reason = await check()
    if (reason === null) {
      rightAt.set(check, performance.now())
    }
    return reason
  } catch (err) {
    return reasonOf(err)
  }
}

const silenceOf = (check: Check): string | null =>
  performance.now() - (rightAt.get(check) ?? -Infinity) < SILENT_FOR_MS
    ? null
    : `${check.name || 'a check'}: no answer in time`

/** What lies below drizzle's own message, which repeats the statement. */
const reasonOf = (err: unknown): string => {
  let found = err
  while (found instanceof Error && found.cause instanceof Error) {
    found = found.cause
  }
  return found instanceof Error ? found.message : String(found)
}

type Executor = { drizzle: { execute: (query: unknown) => Promise<unknown> } }

/** Also finds a pool of which no connection becomes free. */
export const databaseCheck = ({ payload }: { payload: Payload }): Check =>
  async function database() {
    await (payload.db as unknown as Executor).drizzle.execute(sql`select 1`)
    return null
  }

export const schemaCheck = ({ payload }: { payload: Payload }): Check => {
  let checkedAt = -Infinity
  return async function schema() {
    if (performance.now() - checkedAt < SCHEMA_EVERY_MS) {
      return null
    }
    const fault = await findSchemaFault({ payload })
    if (fault === null) {
      checkedAt = performance.now()
      return null
    }
    return `the database is not as this version needs it: ${fault}. Run “npm run migrate”`
  }
}

export const folderCheck = ({ folder }: { folder: string }): Check =>
  async function dataFolder() {
    await access(folder, constants.W_OK)
    return null
  }
