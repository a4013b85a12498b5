// One structured logger for Payload and the server. Of a failed query it keeps the statement and
// never the values: they are what people wrote. What a caller was refused is no failure of ours: it is
// noted at `info`, without a stack.
import type { Config } from 'payload'
import { toProblem } from '../http/problem.ts'
import { currentRequestId } from '../http/requestContext.ts'

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

type Options = Extract<NonNullable<Config['logger']>, { options: unknown }>['options']
type LogMethod = NonNullable<NonNullable<Options['hooks']>['logMethod']>

/**
 * Payload logs every error that it answers with, a wrong password included, and says nothing beside it.
 * An error with a message of ours is one that we did not expect there, whatever its status.
 */
const noteRefusals: LogMethod = function (args, method, level) {
  const [first, sentence] = args as unknown[]
  const { err, msg = sentence } = (first ?? {}) as { err?: unknown; msg?: unknown }
  const isOfPayload = err instanceof Error && msg === undefined
  if (level >= ERROR && isOfPayload && currentRequestId() !== undefined) {
    const { code, status } = toProblem(err)
    if (status < 500) {
      this.info({ code, status }, 'A request was refused.')
      return
    }
  }
  method.apply(this, args)
}

/** Pino's level of `error`. */
const ERROR = 50

export const logger: Config['logger'] = {
  options: {
    level: process.env.LOG_LEVEL || 'warn',
    hooks: { logMethod: noteRefusals },
    mixin: () => {
      const requestId = currentRequestId()
      return requestId === undefined ? {} : { requestId }
    },
    serializers: { err: (err: unknown) => (err instanceof Error ? asLogged(err) : err) },
  },
}
