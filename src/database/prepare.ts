// Makes a database ready to use: embedded or given, reachable, recent enough and migrated. Sets
// DATABASE_URL and PAYLOAD_SECRET for what is loaded afterwards.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Environment } from '../env.ts'
import { startError } from '../fail.ts'
import { findOldFiles } from '../media/oldFiles.ts'
import { step, tell } from '../tell.ts'
import { checkDatabase } from './check.ts'
import { startEmbedded, type Cluster } from './embedded.ts'
import { inTurn } from './inTurn.ts'
import { migrate } from './migrate.ts'
import { findMigrationState } from './migrationState.ts'
import { renewCollation } from './renewCollation.ts'
import { runProgram } from './runProgram.ts'
import { checkRuntimeRole, ensureRuntimeRole, registerContextKey } from './runtimeRole.ts'

/**
 * @param signal Ends a migration that is under way; what it did is rolled back.
 * @param lastMoment Ends the embedded cluster, whatever still uses it.
 * @returns the embedded cluster, or `undefined` when the database is somebody else's.
 */
export const prepareDatabase = async ({
  environment,
  lastMoment,
  root,
  signal,
}: {
  environment: Environment
  lastMoment?: AbortSignal | undefined
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
  lastMoment?.addEventListener('abort', () => void cluster?.stop())
  try {
    const given = environment.databaseUrl ?? cluster?.url ?? ''
    const ownerUrl = environment.databaseOwnerUrl ?? given
    await checkDatabase(given)
    if (ownerUrl !== given) {
      await checkDatabase(ownerUrl)
    }
    signal?.throwIfAborted()
    const url = await inTurn({
      url: ownerUrl,
      signal,
      work: (whileHeld) =>
        bringUpToDate({
          dataDir: environment.dataDir,
          given,
          ownerUrl,
          root,
          signal: whileHeld,
        }),
    })
    process.env.DATABASE_URL = url
    return cluster
  } catch (err) {
    await cluster?.stop()
    throw err
  }
}

/** @returns the address at which the server reads and writes. */
const bringUpToDate = async ({
  dataDir,
  given,
  ownerUrl,
  root,
  signal,
}: {
  dataDir: string
  given: string
  ownerUrl: string
  root: string
  signal: AbortSignal | undefined
}): Promise<string> => {
  const { pending, unknown } = await findMigrationState(ownerUrl)
  if (unknown.length > 0) {
    throw startError(
      `This database is of a newer version of Vitrine: it has seen ${unknown.at(-1)}, which this version does not know. Start that version, or restore the backup from before it.`,
    )
  }
  if (pending.length > 0) {
    await step(`Migrating the database (${pending.length} to run)`, () =>
      migrate({ ownerUrl, root, signal }),
    )
    const { pending: left } = await findMigrationState(ownerUrl)
    if (left.length > 0) {
      throw startError(
        `The connection was lost while the database was migrated: ${left[0]} is still to run. Start again.`,
      )
    }
  }
  await renewCollation(ownerUrl)
  const secret = process.env.PAYLOAD_SECRET ?? ''
  await registerContextKey({ ownerUrl, secret })
  const url = ownerUrl === given ? await ensureRuntimeRole({ ownerUrl, secret }) : given
  await checkRuntimeRole({ ownerUrl, url })
  await takeOverOldFiles({ dataDir, ownerUrl, root, signal, url })
  return url
}

const takeOverOldFiles = async ({
  dataDir,
  ownerUrl,
  root,
  signal,
  url,
}: {
  dataDir: string
  ownerUrl: string
  root: string
  signal: AbortSignal | undefined
  url: string
}): Promise<void> => {
  const { missing, present } = await findOldFiles({ dataDir, url: ownerUrl })
  if (missing.length > 0) {
    tell.print(
      `  ✗ ${missing.length} files of an earlier version are not there: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ', …' : ''}. Copy them there and start again, or upload them anew.`,
    )
  }
  if (present === 0) {
    return
  }
  await step(`Taking over ${present} files of an earlier version`, async () => {
    const { code, said } = await runProgram({
      program: 'src/media/takeOverNow.ts',
      root,
      signal,
      url,
    })
    if (code !== 0) {
      throw startError(`The files of an earlier version could not be taken over. ${said}`)
    }
    said
      .split('\n')
      .filter(Boolean)
      .forEach((line) => tell.print(`  ✗ ${line}`))
  })
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
