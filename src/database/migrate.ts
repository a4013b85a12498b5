// Brings the schema up to date before the server uses it, in a process of its own: migrations run
// as the owner of the tables, the server as the runtime role.
import { startError } from '../fail.ts'
import { runProgram } from './runProgram.ts'

/**
 * Runs the pending migrations.
 *
 * @throws a start error that names the migration and the statement that failed.
 */
export const migrate = async ({
  ownerUrl,
  root,
  signal,
}: {
  ownerUrl: string
  root: string
  signal?: AbortSignal | undefined
}): Promise<void> => {
  const { code, said } = await runProgram({
    env: { PAYLOAD_MIGRATING: 'true' },
    program: 'src/database/migrateNow.ts',
    root,
    signal,
    url: ownerUrl,
  })
  if (code !== 0) {
    throw startError(`Nothing was started. ${said}`)
  }
}
