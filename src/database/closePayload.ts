// Ends Payload when its database may go away right afterwards.
import type { Payload } from 'payload'

type Pool = { on: (event: 'error', listener: () => void) => void }

/**
 * Payload keeps one client for itself, which `destroy` does not end. When the embedded Postgres then
 * stops, that client's error would end the process with a stack.
 */
export const closePayload = async ({ payload }: { payload: Payload }): Promise<void> => {
  const { pool } = payload.db as unknown as { pool?: Pool }
  pool?.on('error', () => undefined)
  await payload.destroy()
}
