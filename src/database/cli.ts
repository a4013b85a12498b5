// `npm run migrate` and `npm run migrate:create -- <name>`.
import { loadEnvFile, readEnvironment } from '../env.ts'
import { isStartError } from '../fail.ts'
import type { CommandArgs } from '../command.ts'
import { prepareDatabase } from './prepare.ts'
import { stopOnSignal } from './stopOnSignal.ts'

export const run = async ({ args, root, signals }: CommandArgs): Promise<number> => {
  const [what, name] = args
  try {
    loadEnvFile({ root })
    if (what === 'create') {
      return await create({ name })
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

/** Compares the configuration with the last snapshot in migrations/; no database is asked. */
const create = async ({ name }: { name: string | undefined }): Promise<number> => {
  if (!name) {
    process.stderr.write(
      '✗ Name the migration by its intent: npm run migrate:create -- add_awards\n',
    )
    return 1
  }
  const { loadOffline } = await import('../walls/offline.ts')
  const payload = await loadOffline()
  await payload.db.createMigration({ migrationName: name, payload, skipEmpty: true })
  return 0
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
