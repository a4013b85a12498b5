// `npm run migrate` and `npm run migrate:create -- <name>`.
import { loadEnvFile, readEnvironment } from '../env.ts'
import { isStartError } from '../fail.ts'
import type { CommandArgs } from '../command.ts'
import { prepareDatabase } from './prepare.ts'

export const run = async ({ args, root }: CommandArgs): Promise<number> => {
  const [what, name] = args
  try {
    loadEnvFile({ root })
    return what === 'create' ? await create({ name }) : await migrateToLatest({ root })
  } catch (err) {
    if (!isStartError(err)) {
      throw err
    }
    process.stderr.write(`\n✗ ${err.message}\n`)
    return 1
  }
}

const migrateToLatest = async ({ root }: { root: string }): Promise<number> => {
  const cluster = await prepareDatabase({ environment: readEnvironment({ root }), root })
  await cluster?.stop()
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
  process.env.DATABASE_URL ||= 'postgres://nobody@127.0.0.1:1/none'
  process.env.PAYLOAD_SECRET ||= 'no-request-is-served-here'
  process.env.PAYLOAD_MIGRATING = 'true'
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({ migrationName: name, payload, skipEmpty: true })
  return 0
}
