// Payload on a fresh copy of the migrated template: one per test file.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Payload } from 'payload'
import { actAsPlatform } from '../../access/claims.ts'
import { closePayload } from '../../src/database/closePayload.ts'
import { openSecondWall } from '../walls/support/openSecondWall.ts'
import { TEMPLATE } from './template.ts'

export type TestPayload = {
  payload: Payload
  /** As the owner of the tables, for whom there is no second wall. */
  databaseUrl: string
  /** As the server: the runtime role. */
  runtimeUrl: string
  stop: () => Promise<void>
}

/**
 * Calls that name nobody run as the platform, like a command does; those with a user, and requests,
 * as whoever they are.
 *
 * @param isWithoutSecondWall Opens every table to the server first.
 */
export const startPayload = async ({
  isWithoutSecondWall = false,
}: { isWithoutSecondWall?: boolean } = {}): Promise<TestPayload> => {
  const databaseUrl = await copyTemplate()
  const runtimeUrl = asRuntime(databaseUrl)
  if (isWithoutSecondWall) {
    await openSecondWall(databaseUrl)
  }
  process.env.DATABASE_URL = runtimeUrl
  actAsPlatform()
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  return {
    payload,
    databaseUrl,
    runtimeUrl,
    stop: async () => {
      await closePayload({ payload })
    },
  }
}

/** The same database as the role that the server runs as. */
export const asRuntime = (databaseUrl: string): string => {
  const url = new URL(databaseUrl)
  const [username = '', password = ''] = (process.env.VITRINE_TEST_RUNTIME ?? '').split(':')
  url.username = username
  url.password = password
  return url.href
}

/** @returns the address of a new database with the schema and nothing in it. */
export const copyTemplate = async (): Promise<string> => createDatabase({ template: TEMPLATE })

/** @returns the address of a new database, with nothing at all in it unless it is copied. */
export const createDatabase = async ({ template }: { template?: string } = {}): Promise<string> => {
  const url = new URL(process.env.VITRINE_TEST_DATABASE ?? '')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  try {
    // Two workers copying at once collide; Postgres says so and the second tries again.
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admin.query(`create database ${name} template ${template ?? 'template0'}`)
        // A right of the database itself, which a copy does not inherit.
        await admin.query(`revoke temporary on database ${name} from public`)
        break
      } catch (err) {
        if (attempt === 20 || (err as { code?: string }).code !== '55006') {
          throw err
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
  } finally {
    await admin.end()
  }
  url.pathname = `/${name}`
  ;(globalThis as { testDatabases?: string[] }).testDatabases?.push(name)
  return url.href
}
