// What the commands beside the server share: the same environment, database and Payload, then a
// clean end.
import type { Payload } from 'payload'
import { actAsPlatform } from '../access/claims.ts'
import { closePayload } from './database/closePayload.ts'
import { prepareDatabase } from './database/prepare.ts'
import { stopOnSignal } from './database/stopOnSignal.ts'
import { loadEnvFile, readEnvironment } from './env.ts'
import { isStartError } from './fail.ts'

export type CommandArgs = { args: string[]; root: string; signals: readonly NodeJS.Signals[] }

type WithDatabase<Given> = {
  root: string
  /** What interrupts it. */
  signals: readonly NodeJS.Signals[]
  task: (given: Given) => Promise<number>
}

/**
 * Runs `task` on the database that the environment names, the embedded one started when it does not run yet.
 *
 * @returns the exit code: what `task` returns, or 1 after a sentence about what is in the way.
 */
export const withDatabase = async ({
  root,
  signals,
  task,
}: WithDatabase<void>): Promise<number> => {
  try {
    loadEnvFile({ root })
    const environment = readEnvironment({ root })
    process.env.DATA_DIR = environment.dataDir
    const cluster = await prepareDatabase({ environment, root })
    const release = stopOnSignal({ cluster, signals })
    try {
      return await task()
    } finally {
      await cluster?.stop()
      release()
    }
  } catch (err) {
    if (!isStartError(err)) {
      throw err
    }
    process.stderr.write(`\n✗ ${err.message}\n`)
    return 1
  }
}

/** The same, with Payload. */
export const withPayload = ({ task, ...rest }: WithDatabase<Payload>): Promise<number> =>
  withDatabase({
    ...rest,
    task: async () => {
      // Whoever has the machine and the owner's password speaks for the platform.
      actAsPlatform()
      const { default: config } = await import('../payload.config.ts')
      const { getPayload } = await import('payload')
      const payload = await getPayload({ config })
      try {
        return await task(payload)
      } finally {
        await closePayload({ payload })
      }
    },
  })
