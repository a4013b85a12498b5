// Does one import and ends: a process of its own, so that whatever it reads, the one that asked goes on.
import type { Payload } from 'payload'
import { actAsPlatform, asPrincipal } from '../../access/claims.ts'
import { principalOf } from '../../access/principal.ts'
import { startHere } from '../../plugins/importer/cli.ts'
import { isRefusal } from '../../plugins/importer/error-codes.ts'
import type { ImportReport } from '../../plugins/importer/report.ts'
import type { CommandArgs } from '../command.ts'
import { importerOptions } from '../config/importer.ts'
import { closePayload } from '../database/closePayload.ts'
import { endLeases } from '../jobs/queries/leaseKey.ts'
import { STOPPED, type ImportMessage, type ImportRequest } from './messages.ts'

export const run = async ({ signals }: CommandArgs): Promise<number> => {
  const endAtOnce = (): never => process.exit(1)
  // Without the one that asked, nobody watches over it.
  process.once('disconnect', endAtOnce)
  const request = await new Promise<ImportRequest>((resolve) => process.once('message', resolve))
  if (!request.user) {
    // Whoever gives the command has the machine and speaks for the platform.
    actAsPlatform()
  }
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  // What is being written is taken back by the database; the tenant is free for the next import at once.
  const leave = (): void => {
    void endLeases({ holder: request.holder, payload }).finally(() => process.exit(STOPPED))
  }
  process.off('disconnect', endAtOnce).once('disconnect', leave)
  signals.forEach((signal) => process.once(signal, leave))
  try {
    const work = (): Promise<ImportReport> => importNow({ payload, request })
    const report = await (request.user ? asPrincipal(principalOf(request.user), work) : work())
    await say({ report, type: 'report' })
  } catch (err) {
    if (!isRefusal(err)) {
      payload.logger.error({ err, msg: 'The import did not run.' })
    }
    const message = err instanceof Error ? err.message : String(err)
    await say(
      isRefusal(err) ? { code: err.code, message, type: 'refused' } : { message, type: 'failed' },
    )
  } finally {
    await closePayload({ payload })
  }
  return 0
}

const importNow = ({
  payload,
  request: { as, ...request },
}: {
  payload: Payload
  request: ImportRequest
}): Promise<ImportReport> =>
  startHere({ options: importerOptions, payload })({
    ...request,
    as,
    onDocument: (result) => void say({ result, type: 'document' }),
    onProgress: (progress) => void say({ progress, type: 'progress' }),
    onStep: (step) => void say({ step, type: 'step' }),
  })

/** Resolves once it is on its way: a process that ends takes unsent messages with it. */
const say = (message: ImportMessage): Promise<void> =>
  new Promise((resolve) => {
    if (process.connected && process.send) {
      process.send(message, undefined, undefined, () => resolve())
    } else {
      resolve()
    }
  })
