// Opens a tenant for the next import at once when the process that imported was killed: it held a lease.
import type { Payload } from 'payload'
import { closePayload } from '../database/closePayload.ts'
import { endLeases } from '../jobs/queries/leaseKey.ts'

export type GiveBack = (holder: string) => Promise<void>

/** A lease that could not be ended in an outage ends by itself; the reason of the refusal says more. */
export const giveBackWith =
  (payload: Payload): GiveBack =>
  async (holder) => {
    try {
      await endLeases({ holder, payload })
    } catch (err) {
      payload.logger.warn({ err, msg: 'The lease of an import could not be ended.' })
    }
  }

/** For a command, which has no Payload of its own. It starts one only after a process was killed. */
export const giveBackAlone: GiveBack = async (holder) => {
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  const payload = await getPayload({ config })
  try {
    await giveBackWith(payload)(holder)
  } finally {
    await closePayload({ payload })
  }
}
