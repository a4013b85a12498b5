// Runs the pending migrations and ends: the process that migrate.ts starts as the tables' owner.
import type { Migration } from 'payload'
import { migrations } from '../../migrations/index.ts'
import type { CommandArgs } from '../command.ts'
import { closePayload } from './closePayload.ts'

export const run = async (_: CommandArgs): Promise<number> => {
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.migrate({ migrations: migrations as Migration[] })
  await closePayload({ payload })
  return 0
}
