// The door of Next's server actions. They exist under /admin only, for people who are signed in. No call
// is longer, larger or slower than src/serverFunctions/limits.ts says, and nobody runs many at once.
// Whether this user may do what a call asks is decided behind it, in src/serverFunctions/guard.ts.
import type { IncomingMessage } from 'node:http'
import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { hadOutage, withTimeBudget } from '../../plugins/row-level-security/index.ts'
import { inServerCall, type ServerCall } from '../serverFunctions/call.ts'
import { callerOf } from '../serverFunctions/caller.ts'
import {
  MOST_AT_ONCE,
  MOST_BODY_BYTES,
  MOST_DATABASE_MS,
  MOST_IN_LINE,
  MOST_RESULT_BYTES,
} from '../serverFunctions/limits.ts'
import { NOT_SIGNED_IN, TOOK_TOO_LONG } from '../serverFunctions/refusal.ts'
import { holdAnswer } from './holdAnswer.ts'
import type { PageHandler, PageRequest } from './pages.ts'
import { requestMs } from './patience.ts'
import { outageProblem, problem, type Problem } from './problem.ts'
import { bodyTooLate } from './readBytes.ts'
import { createTurns } from './turns.ts'
import { splitTarget } from './urlPath.ts'

/** Where Next runs them. Any other spelling of the path is no admin for us. */
const ADMIN = /^\/admin(\/|$)/

type PageArgs = PageRequest & {
  getPayload: () => Payload | undefined
  pages: PageHandler
}

/**
 * Hands a request to the pages, unless it calls a server function that it may not call.
 *
 * @returns `null` once the answer is sent.
 */
export const servePage = async (args: PageArgs): Promise<Problem | Response | null> => {
  const { incoming, pages } = args
  // Next runs one for a POST with this header, and for forms whose fields name one. No page of ours
  // is such a form; src/http/pages.ts lets none through.
  const isCall = incoming.method === 'POST' && incoming.headers['next-action'] !== undefined
  const { pathname } = splitTarget(incoming.url ?? '/')
  if (!isCall) {
    if (ADMIN.test(pathname)) {
      await requireDatabase(args)
    }
    return pages(args)
  }
  return ADMIN.test(pathname) ? runCall(args) : NOT_HERE
}

/**
 * Next streams: a page of the admin has begun as a success before its first question fails, and leads to the
 * sign-in form then.
 *
 * @throws when the database cannot be reached.
 */
const requireDatabase = async ({ getPayload }: PageArgs): Promise<void> => {
  const { drizzle } = getPayload()?.db as unknown as Executor
  await drizzle.execute(sql`select 1`)
}

type Executor = { drizzle: { execute: (query: unknown) => Promise<unknown> } }

const NOT_HERE: Problem = {
  status: 404,
  code: 'not_found',
  title: 'There is nothing to call at this address',
}

const turns = createTurns({ atOnce: MOST_AT_ONCE, inLine: MOST_IN_LINE })

/** Runs one call, or says why not before its body is read. */
const runCall = async (args: PageArgs): Promise<Problem | Response | null> => {
  const { getPayload, incoming, outgoing, request } = args
  const payload = getPayload()
  const caller = payload ? await callerOf({ headers: request.headers, payload }) : null
  if (!caller) {
    return hadOutage() ? outageProblem() : problemOf(NOT_SIGNED_IN)
  }
  const tooLarge = sizeProblem(incoming)
  if (tooLarge) {
    return tooLarge
  }
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  // A call without a user is about the form of the first one; all of those share one line.
  const endTurn = await turns.take({ key: caller.user?.id ?? '', signal: gone.signal })
  return endTurn ? runInTurn({ ...args, endTurn }) : TOO_MANY
}

const TOO_MANY = problem({
  code: 'too_many_requests',
  detail: 'The admin is still answering your other requests. Wait a few seconds and try again.',
  retryAfter: 2,
})

/** What Next has not finished by then is not going to end. */
const LONGEST_TURN_MS = 60_000

const runInTurn = async ({
  endTurn,
  pages,
  ...asked
}: PageArgs & { endTurn: () => void }): Promise<Problem | Response | null> => {
  const { incoming, outgoing } = asked
  const call: ServerCall = { isStarted: false }
  return withTimeBudget(MOST_DATABASE_MS, async (budget) => {
    const held = holdAnswer({ incoming, most: MOST_RESULT_BYTES, res: outgoing })
    const rendering = inServerCall(call, () => pages(asked))
    // The turn lasts as long as the work, also where the caller has gone meanwhile.
    rendering.then(endTurn, endTurn)
    setTimeout(endTurn, LONGEST_TURN_MS).unref()
    const body = untilLate(incoming)
    try {
      // Next waits in turn until the answer has left, so its own end would never come first.
      const refused = await Promise.race([
        held.ended.then(() => null),
        rendering.then((answered) => answered ?? held.ended.then(() => null)),
        body.late,
      ])
      if (refused) {
        held.drop()
        return refused
      }
    } catch (err) {
      held.drop()
      throw err
    } finally {
      body.clear()
      if (!incoming.complete) {
        // Nothing has begun, and Next may wait for ever.
        endTurn()
      }
    }
    const failure = answerProblem({
      call,
      hasOverflowed: held.hasOverflowed(),
      isTimeUp: budget.isSpent,
      status: outgoing.statusCode,
    })
    if (failure) {
      held.drop()
      return failure
    }
    await held.send(call.refusal?.status)
    return null
  })
}

/** Next waits for a body without an end. */
const untilLate = (incoming: IncomingMessage): { clear: () => void; late: Promise<never> } => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (!incoming.complete) {
        reject(bodyTooLate())
      }
    }, requestMs())
  })
  return { clear: () => clearTimeout(timer), late }
}

/** Browsers always say how long a body is, and Node holds them to it. */
const sizeProblem = ({ headers }: IncomingMessage): Problem | null => {
  const length = headers['content-length']
  if (length === undefined) {
    return {
      status: 411,
      code: 'length_required',
      title: 'The length of the body is missing',
      detail: 'Send a Content-Length.',
    }
  }
  return Number(length) > MOST_BODY_BYTES
    ? {
        status: 413,
        code: 'body_too_large',
        title: 'This is too large',
        detail: 'The admin takes at most 1 MB at a time. Split the document, or shorten it.',
      }
    : null
}

const answerProblem = ({
  call,
  hasOverflowed,
  isTimeUp,
  status,
}: {
  call: ServerCall
  hasOverflowed: boolean
  isTimeUp: boolean
  status: number
}): Problem | null => {
  if (hasOverflowed) {
    return {
      status: 413,
      code: 'result_too_large',
      title: 'The answer is too large',
      detail: 'It would be more than 2 MB. Ask for less at a time, or split the document.',
    }
  }
  if (isTimeUp && !call.refusal) {
    return problemOf(TOOK_TOO_LONG)
  }
  // Next could not make sense of the arguments, and answers that with its own error page.
  return status >= 500 && !call.isStarted ? MALFORMED : null
}

const MALFORMED: Problem = {
  status: 400,
  code: 'malformed_call',
  title: 'The call could not be read',
  detail: 'Reload the page and try again.',
}

const problemOf = ({
  code,
  message,
  status,
}: {
  code: string
  message: string
  status: number
}): Problem => ({ status, code, title: message })
