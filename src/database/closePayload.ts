// Ends Payload and its connections, when its database may go away right afterwards.
import { setTimeout as delay } from 'node:timers/promises'
import type { Payload } from 'payload'

type Pool = { end: () => Promise<void>; on: (event: 'error', listener: () => void) => void }

/** A statement that still runs keeps its connection; nobody waits longer for it, in milliseconds. */
const PATIENCE_MS = 2_000

/** `payload.destroy` alone leaves the connections open. */
export const closePayload = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { pool } = payload.db as unknown as { pool?: Pool }
  pool?.on('error', () => undefined)
  await payload.destroy()
  await Promise.race([pool?.end(), delay(PATIENCE_MS, undefined, { ref: false })])
}
