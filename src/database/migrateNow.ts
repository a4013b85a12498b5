// Runs the pending migrations and ends: the process that migrate.ts starts as the tables' owner. Each is a
// transaction of its own, so what fails leaves the database as the migration before it did. Each wall replaces the
// one before it whole: in a new database, where nothing is to be kept meanwhile, only the last one is built.
import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import type { Payload } from 'payload'
import { migrations } from '../../migrations/index.ts'
import { isWall } from '../../migrations/walls/read.ts'
import type { CommandArgs } from '../command.ts'
import { closePayload } from './closePayload.ts'
import { explainFailure } from './migrationFailure.ts'
import { findMigrationState } from './migrationState.ts'

export const run = async (_: CommandArgs): Promise<number> => {
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const { done, pending } = await findMigrationState(process.env.DATABASE_URL ?? '')
    const batch = done.length + 1
    const outdated = done.length === 0 ? pending.filter(isWall).slice(0, -1) : []
    for (const migration of migrations.filter(({ name }) => pending.includes(name))) {
      try {
        await runMigration({
          batch,
          migration: outdated.includes(migration.name)
            ? { ...migration, up: async () => undefined }
            : migration,
          payload,
        })
      } catch (err) {
        process.stderr.write(`${explainFailure({ err, name: migration.name })}\n`)
        return 1
      }
    }
    return 0
  } finally {
    await closePayload({ payload })
  }
}

type Migration = (typeof migrations)[number]
type Sessions = Record<string, { db: Parameters<Migration['up']>[0]['db'] } | undefined>

const runMigration = async ({
  batch,
  migration: { name, up },
  payload,
}: {
  batch: number
  migration: Migration
  payload: Payload
}): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await initTransaction(req)
  try {
    const { sessions } = payload.db as unknown as { sessions: Sessions }
    const { db } = sessions[String(await req.transactionID)]!
    await up({ db, payload, req })
    await payload.create({ collection: 'payload-migrations', data: { batch, name }, req })
    await commitTransaction(req)
  } catch (err) {
    await killTransaction(req)
    throw err
  }
}
