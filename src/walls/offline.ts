// Payload without a database: for what follows from the configuration alone.
import type { Payload } from 'payload'

export const loadOffline = async (): Promise<Payload> => {
  process.env.DATABASE_URL ||= 'postgres://nobody@127.0.0.1:1/none'
  process.env.PAYLOAD_SECRET ||= 'no-request-is-served-here-so-none-is-kept'
  process.env.PAYLOAD_MIGRATING = 'true'
  const { default: config } = await import('../../payload.config.ts')
  const { getPayload } = await import('payload')
  return getPayload({ config, disableDBConnect: true, disableOnInit: true })
}
