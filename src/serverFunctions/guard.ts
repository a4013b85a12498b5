// Stands before every server function of the admin: who calls, what it asks for, how much of it. The
// HTTP layer has asked for the user already; this asks again, because Next may be reached otherwise.
import { createLocalReq, getPayload, type SanitizedConfig } from 'payload'
import { withTimeBudget, type TimeBudget } from '../../plugins/row-level-security/index.ts'
import { currentCall } from './call.ts'
import { callerOf } from './caller.ts'
import { SERVER_FUNCTIONS } from './functions.ts'
import { isFirstUserForm } from './firstUser.ts'
import { checkLimits, MOST_DATABASE_MS } from './limits.ts'
import {
  malformed,
  NOT_POSSIBLE,
  NOT_SIGNED_IN,
  refusalError,
  refusalOf,
  TOOK_TOO_LONG,
  type Refused,
} from './refusal.ts'

type Call = { name: string; args: Record<string, unknown> }

type GuardArgs = {
  /** As it came over the network. */
  call: unknown
  config: Promise<SanitizedConfig>
  headers: Headers
  /** Payload's own handling. */
  run: (call: Call) => Promise<unknown>
}

/** @returns what the function answers, or why it does not. Throws only what Next has to see. */
export const guardServerFunction = (guarded: GuardArgs): Promise<unknown> =>
  withTimeBudget(MOST_DATABASE_MS, async (budget) => {
    const status = currentCall()
    if (status) {
      status.isStarted = true
    }
    try {
      return await answer({ ...guarded, budget })
    } catch (err) {
      if (isRedirect(err)) {
        throw err
      }
      const refusal = budget.isSpent ? TOOK_TOO_LONG : refusalOf(err)
      if (refusal.status >= 500) {
        const payload = await getPayload({ config: guarded.config })
        payload.logger.error({ msg: 'A server function failed.', err })
      }
      if (status) {
        status.refusal = refusal
      }
      return { refusal } satisfies Refused
    }
  })

const answer = async ({
  budget,
  call,
  config,
  headers,
  run,
}: GuardArgs & { budget: Readonly<TimeBudget> }): Promise<unknown> => {
  const { args, name } = callOf(call)
  const payload = await getPayload({ config })
  const caller = await callerOf({ headers, payload })
  if (!caller?.user) {
    return run(firstUserCall({ args, name, isPossible: caller !== null }))
  }
  const { user } = caller
  if (!Object.hasOwn(SERVER_FUNCTIONS, name)) {
    throw refusalError({
      status: 404,
      code: 'unknown_function',
      message: 'There is no such function. Reload the page; it may be of an older version.',
    })
  }
  checkLimits(args)
  const req = await createLocalReq({ user, req: { headers } }, payload)
  const authorised = await SERVER_FUNCTIONS[name]!({ args, req })
  const result = authorised.answer ?? (await run({ name, args: authorised.args }))
  // Some of Payload's handlers answer with what went wrong, statements of the database included.
  if (budget.isSpent || hasFailed(name, result)) {
    throw refusalError(NOT_POSSIBLE)
  }
  return result
}

/** While nobody exists, the form of the first user works without anybody having signed in. */
const firstUserCall = ({ isPossible, ...call }: Call & { isPossible: boolean }): Call => {
  if (!isPossible || !isFirstUserForm(call)) {
    throw refusalError(NOT_SIGNED_IN)
  }
  checkLimits(call.args)
  return call
}

const callOf = (call: unknown): Call => {
  const { args, name } = (call ?? {}) as { args?: unknown; name?: unknown }
  const isObject = typeof args === 'object' && args !== null && !Array.isArray(args)
  if (typeof name !== 'string' || (args !== undefined && !isObject)) {
    throw malformed('A call needs a name and an object of arguments.')
  }
  return { name, args: { ...(args as Record<string, unknown> | undefined) } }
}

/** The shapes in which Payload's handlers report a failure instead of throwing it. */
const hasFailed = (name: string, result: unknown): boolean => {
  if (typeof result !== 'object' || result === null) {
    return name === 'table-state'
  }
  return (
    ('errors' in result && Array.isArray(result.errors)) ||
    (name === 'schedule-publish' && 'error' in result) ||
    (name === 'form-state' && !('state' in result))
  )
}

const isRedirect = (err: unknown): boolean => {
  const digest = (err as { digest?: unknown } | null)?.digest
  return typeof digest === 'string' && digest.startsWith('NEXT_REDIRECT')
}
