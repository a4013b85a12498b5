// One structured logger for Payload and the server. Of a failed query it keeps the statement and
// never the values: they are what people wrote.
import type { Config } from 'payload'

type Logged = Error & { code?: unknown; status?: unknown; cause?: unknown }

const withoutValues = (text: string | undefined): string | undefined =>
  text?.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/g, '')

const asLogged = (err: Logged): Record<string, unknown> => ({
  type: err.name,
  message: withoutValues(err.message),
  stack: withoutValues(err.stack),
  ...(err.code === undefined ? {} : { code: err.code }),
  ...(err.status === undefined ? {} : { status: err.status }),
  ...(err.cause instanceof Error ? { cause: asLogged(err.cause) } : {}),
})

export const logger: Config['logger'] = {
  options: {
    level: process.env.LOG_LEVEL || 'warn',
    serializers: { err: (err: unknown) => (err instanceof Error ? asLogged(err) : err) },
  },
}
