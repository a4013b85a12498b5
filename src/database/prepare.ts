// Makes a database ready to use: embedded or given, reachable, recent enough and migrated. Sets
// DATABASE_URL and PAYLOAD_SECRET for what is loaded afterwards.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Environment } from '../env.ts'
import { startError } from '../fail.ts'
import { step } from '../tell.ts'
import { checkDatabase } from './check.ts'
import { startEmbedded, type Cluster } from './embedded.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { checkRuntimeRole, ensureRuntimeRole, registerContextKey } from './runtimeRole.ts'

/**
 * @param signal Ends a migration that is under way; what it did is rolled back.
 * @returns the embedded cluster, or `undefined` when the database is somebody else's.
 */
export const prepareDatabase = async ({
  environment,
  root,
  signal,
}: {
  environment: Environment
  root: string
  signal?: AbortSignal | undefined
}): Promise<Cluster | undefined> => {
  // pg gives it to every connection, Payload's included, of which one is never released.
  process.env.PGAPPNAME ??= `vitrine-${process.pid}`
  process.env.PAYLOAD_SECRET ||= readOrMakeSecret(environment.dataDir)
  const cluster = environment.databaseUrl
    ? undefined
    : await step('Starting the embedded Postgres', () =>
        startEmbedded({ dataDir: environment.dataDir }),
      )
  try {
    const given = environment.databaseUrl ?? cluster?.url ?? ''
    const ownerUrl = environment.databaseOwnerUrl ?? given
    await checkDatabase(given)
    if (ownerUrl !== given) {
      await checkDatabase(ownerUrl)
    }
    signal?.throwIfAborted()
    const pending = await pendingMigrations(ownerUrl)
    if (pending.length > 0) {
      await step(`Migrating the database (${pending.length} to run)`, () =>
        migrate({ ownerUrl, root, signal }),
      )
    }
    const secret = process.env.PAYLOAD_SECRET
    await registerContextKey({ ownerUrl, secret })
    const url = ownerUrl === given ? await ensureRuntimeRole({ ownerUrl, secret }) : given
    await checkRuntimeRole({ ownerUrl, url })
    process.env.DATABASE_URL = url
    return cluster
  } catch (err) {
    await cluster?.stop()
    throw err
  }
}

const readOrMakeSecret = (dataDir: string): string => {
  const file = path.join(dataDir, 'payload-secret')
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true })
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
    }
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw startError(
      `The folder ${dataDir} cannot be written to. Give yourself the right to, or set DATA_DIR to another folder.`,
    )
  }
}
