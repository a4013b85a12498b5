// One structured logger for Payload and the server.
import type { Config } from 'payload'

export const logger: Config['logger'] = {
  options: { level: process.env.LOG_LEVEL || 'warn' },
}
