// Problems on Payload's own `/api`: the `errors` that the admin and the SDK read, exactly as Payload
// writes them, and beside them the members of RFC 9457. Paths of invalid fields are where Payload has
// them, in `errors[0].data.errors`. The type is `application/json`, since the admin's forms read nothing
// else (`@payloadcms/ui`, `forms/Form/index.js`), or the one of RFC 9457 when a client accepts it.
import {
  headersOf,
  membersOf,
  PROBLEM_TYPE,
  problemOfStatus,
  toProblem,
  type Problem,
} from './problem.ts'
import { isProblemCode, PROBLEMS } from './problemCodes.ts'

type PayloadErrors = readonly unknown[]

/** A refusal that Payload had no part in, as it would have written it. */
export const presentApiProblem = ({
  accept,
  problem,
}: {
  problem: Problem
  accept?: string | null | undefined
}): Response => {
  const { code, detail, errors, title } = problem
  return respond({
    accept,
    body: {
      ...membersOf({ problem }),
      errors: [{ message: detail ?? title, data: { code, ...(errors ? { errors } : {}) } }],
    },
    problem,
  })
}

/**
 * Gives an answer of Payload's REST API the members of a problem. What is no refusal passes as it is.
 *
 * @param error What was thrown, if Payload caught something; see `requestContext.ts`.
 * @param notFound What stands for a URL that Payload has no endpoint for: 404, or 405 with `Allow`.
 */
export const presentApiAnswer = async ({
  accept,
  answer,
  error,
  notFound,
}: {
  answer: Response
  /** The request's `Accept`. */
  accept?: string | null | undefined
  error: unknown
  notFound: Problem
}): Promise<Response> => {
  if (answer.status < 400) {
    return answer
  }
  const body = await bodyOf(answer)
  // The sentence repeats the URL, and nothing else says so.
  const isUnrouted =
    error === undefined &&
    (answer.status === 404 || answer.status === 501) &&
    typeof body?.message === 'string'
  if (isUnrouted) {
    return carryOver({ from: answer, to: presentApiProblem({ accept, problem: notFound }) })
  }
  const problem =
    error === undefined ? problemOfBody({ body, status: answer.status }) : toProblem(error)
  const errors = body?.errors
  if (!Array.isArray(errors) || errors.length === 0) {
    return carryOver({ from: answer, to: presentApiProblem({ accept, problem }) })
  }
  // Bulk writes say what became of each document.
  const bulk = Array.isArray(body?.docs) ? { docs: body.docs, message: body.message } : {}
  const shown = isHidden(problem)
    ? [{ message: 'Something went wrong.' }]
    : errors.map(withoutTables)
  return carryOver({
    from: answer,
    to: respond({ accept, body: { ...bulk, ...membersOf({ problem }), errors: shown }, problem }),
  })
}

const respond = ({
  accept,
  body,
  problem,
}: {
  accept: string | null | undefined
  body: object
  problem: Problem
}): Response =>
  new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      ...headersOf({ problem }),
      'content-type': (accept ?? '').includes(PROBLEM_TYPE) ? PROBLEM_TYPE : 'application/json',
    },
  })

const isHidden = ({ code }: Problem): boolean => code === 'internal_error'

type Body = { message?: unknown; docs?: unknown; errors?: PayloadErrors; code?: unknown }

const bodyOf = async (answer: Response): Promise<Body | null> => {
  const text = await answer.text()
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : null
  } catch {
    return null
  }
}

/** Of an answer that an endpoint made itself. */
const problemOfBody = ({ body, status }: { body: Body | null; status: number }): Problem => {
  if (Array.isArray(body?.docs)) {
    const { message } = body
    const code = isProblemCode(body.code) ? body.code : 'partly_failed'
    return {
      code,
      status: code === 'partly_failed' ? status : PROBLEMS[code].status,
      title: PROBLEMS[code].title,
      ...(typeof message === 'string' ? { detail: message } : {}),
    }
  }
  const first = body?.errors?.[0] as { message?: unknown; data?: { code?: unknown } } | undefined
  const fallback = problemOfStatus(status)
  const code = first?.data?.code
  return {
    ...fallback,
    ...(isProblemCode(code) ? { code, title: PROBLEMS[code].title } : {}),
    ...(typeof first?.message === 'string' ? { detail: first.message } : {}),
  }
}

/** Names of tables and columns are the database's own business. */
export const withoutTables = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(withoutTables)
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      PRIVATE.has(key) ? [] : [[key, withoutTables(inner)]],
    ),
  )
}

const PRIVATE = new Set(['tableName', 'table', 'constraint', 'query', 'params', 'stack'])

/** Cookies, CORS and what else Payload says beside the body. */
const carryOver = ({ from, to }: { from: Response; to: Response }): Response => {
  for (const [name, value] of from.headers) {
    if (name === 'set-cookie') {
      to.headers.append(name, value)
    } else if (!to.headers.has(name) && name !== 'content-length') {
      to.headers.set(name, value)
    }
  }
  return to
}
