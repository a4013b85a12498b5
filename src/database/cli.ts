// `npm run migrate`, `npm run migrate -- status` and `npm run migrate:create -- <name>`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadEnvFile, readEnvironment } from '../env.ts'
import { isStartError } from '../fail.ts'
import type { CommandArgs } from '../command.ts'
import { checkDatabase } from './check.ts'
import { startEmbedded } from './embedded.ts'
import { findMigrationState } from './migrationState.ts'
import { prepareDatabase } from './prepare.ts'
import { stopOnSignal } from './stopOnSignal.ts'

export const run = async ({ args, root, signals }: CommandArgs): Promise<number> => {
  const [what, name] = args
  try {
    loadEnvFile({ root })
    if (what === 'create') {
      return await create({ name, root })
    }
    if (what === 'migrate' && name === 'status') {
      return await tellStatus({ root, signals })
    }
    return what === 'walls'
      ? await createWalls({ name, root })
      : await migrateToLatest({ root, signals })
  } catch (err) {
    if (!isStartError(err)) {
      throw err
    }
    process.stderr.write(`\n✗ ${err.message}\n`)
    return 1
  }
}

const migrateToLatest = async ({
  root,
  signals,
}: Pick<CommandArgs, 'root' | 'signals'>): Promise<number> => {
  const cluster = await prepareDatabase({ environment: readEnvironment({ root }), root })
  const release = stopOnSignal({ cluster, signals })
  await cluster?.stop()
  release()
  process.stdout.write('The database is up to date.\n')
  return 0
}

/** Changes nothing. */
const tellStatus = async ({
  root,
  signals,
}: Pick<CommandArgs, 'root' | 'signals'>): Promise<number> => {
  const { databaseOwnerUrl, databaseUrl, dataDir } = readEnvironment({ root })
  const cluster = databaseUrl ? undefined : await startEmbedded({ dataDir })
  const release = stopOnSignal({ cluster, signals })
  try {
    const url = databaseOwnerUrl ?? databaseUrl ?? cluster?.url ?? ''
    await checkDatabase(url)
    const { done, pending, unknown } = await findMigrationState(url)
    const lines = [
      ...done.map((name) => `done     ${name}`),
      ...pending.map((name) => `pending  ${name}`),
      ...unknown.map((name) => `unknown  ${name}   (of a newer version of Vitrine)`),
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    return unknown.length > 0 ? 1 : 0
  } finally {
    await cluster?.stop()
    release()
  }
}

/** Compares the configuration with the last snapshot in migrations/; no database is asked. */
const create = async ({
  name,
  root,
}: {
  name: string | undefined
  root: string
}): Promise<number> => {
  if (!name) {
    process.stderr.write(
      '✗ Name the migration by its intent: npm run migrate:create -- add_awards\n',
    )
    return 1
  }
  const { loadOffline } = await import('../walls/offline.ts')
  const payload = await loadOffline()
  const before = readdirSync(path.join(root, 'migrations'))
  await payload.db.createMigration({ migrationName: name, payload, skipEmpty: true })
  for (const file of readdirSync(path.join(root, 'migrations'))) {
    if (file === 'index.ts' || (file.endsWith('.ts') && !before.includes(file))) {
      keepWayUp(path.join(root, 'migrations', file))
    }
  }
  return 0
}

/**
 * Payload writes a way back as well. It would lose what only the newer schema can hold, so there is none:
 * what goes back is a backup.
 */
const keepWayUp = (file: string): void => {
  const text = readFileSync(file, 'utf8')
    .replace(/\nexport async function down\([\s\S]*?\n\}\n?/, '')
    .replace(', MigrateDownArgs', '')
    .replace(/\n {4}down: .*/g, '')
  writeFileSync(file, `${text.trimEnd()}\n`)
}

/** Writes the second wall, as the rule table now has it, as a migration of its own. */
const createWalls = async ({
  name,
  root,
}: {
  name: string | undefined
  root: string
}): Promise<number> => {
  const { loadOffline } = await import('../walls/offline.ts')
  const { wallsOf } = await import('../walls/build.ts')
  const { writeWalls } = await import('../walls/migration.ts')
  const written = writeWalls({ name, root, walls: wallsOf(await loadOffline()) })
  process.stdout.write(
    written ? `Wrote ${written}\n` : 'The wall is as the last migration has it.\n',
  )
  return 0
}
