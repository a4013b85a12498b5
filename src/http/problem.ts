// The only place that shapes a refusal. Whatever goes wrong becomes a `Problem` here, and a problem
// becomes an answer here: RFC 9457 for programs, Payload's shape with the same members on `/api`, and a
// page for people. The codes are in `problemCodes.ts`.
import { STATUS_CODES, type ServerResponse } from 'node:http'
import { APIError } from 'payload'
import { hadOutage, isOutage, sentenceOf } from '../../plugins/row-level-security/index.ts'
import { isProblemCode, PROBLEMS, type ProblemCode } from './problemCodes.ts'
import { saidOf, SENTENCES } from './sentences.ts'
import { problemPage } from './problemPage.ts'
import { currentRequestId } from './requestContext.ts'
import { MALFORMED_URL } from './urlPath.ts'

/** @see https://www.rfc-editor.org/rfc/rfc9457#name-application-problemjson */
export const PROBLEM_TYPE = 'application/problem+json'

/** One field that is invalid: its path in the document, e.g. `chapters.0.title`, and a sentence. */
export type FieldProblem = { path: string; message: string }

export type Problem = {
  /** Stable, for programs. One of the catalogue. */
  code: string
  status: number
  /** What kind of thing went wrong; the same for every occurrence. */
  title: string
  /** A sentence about this occurrence: what happened and what to do. */
  detail?: string
  errors?: FieldProblem[]
  /** Seconds after which the same request may succeed. */
  retryAfter?: number
  /** The methods that the URL takes, for 405. */
  allow?: readonly string[]
  /** Further headers, such as `Content-Range` for 416. */
  headers?: Readonly<Record<string, string>>
}

type ProblemArgs = Omit<Problem, 'code' | 'status' | 'title'> & {
  code: ProblemCode
  /** Default: the status of the catalogue. */
  status?: number
}

/**
 * Makes a problem of the catalogue.
 *
 * @example problem({ code: 'method_not_allowed', allow: ['GET', 'HEAD'] })
 */
export const problem = ({ code, status, ...more }: ProblemArgs): Problem => {
  const detail = more.detail || SENTENCES[code]
  return {
    ...more,
    ...(detail ? { detail } : {}),
    code,
    status: status ?? PROBLEMS[code].status,
    title: PROBLEMS[code].title,
  }
}

/**
 * The same as an error, for code that refuses by throwing; an endpoint of Payload may throw it as well.
 *
 * @example throw refusal({ code: 'body_too_large', detail: 'Send at most 8 MB of JSON at a time.' })
 */
export const refusal = (args: ProblemArgs): APIError => {
  const made = problem(args)
  const error = new APIError(made.detail ?? made.title, made.status, { code: made.code }, true)
  return Object.assign(error, { problem: made })
}

/**
 * What a refusal may say about itself, as `APIError` does and as the plugins' errors do.
 * `isPublic: true` means that the message was written for the person who reads the answer.
 */
type Thrown = Error & {
  isPublic?: boolean
  isOperational?: boolean
  status?: number
  code?: unknown
  data?: unknown
  problem?: Problem
  retryAfter?: number
  headers?: Readonly<Record<string, string>>
}

/**
 * What a caller may know of anything that was thrown. Refusals that were meant keep their code and their
 * sentence; everything else is `internal_error`, with nothing of the error in it.
 */
export const toProblem = (err: unknown): Problem => {
  // A file store that cannot be reached looks the same, and is not the database.
  if (hadOutage() && isOutage(err)) {
    return outageProblem()
  }
  const refused = sentenceOf(err)
  if (refused) {
    const { code, message, status } = refused
    return {
      ...known({ code, detail: message, status }),
      ...(status === 503 ? { retryAfter: RETRY_SOON } : {}),
    }
  }
  if (!(err instanceof Error)) {
    return problem({ code: 'internal_error', detail: UNFORESEEN })
  }
  const thrown = err as Thrown
  if (thrown.problem) {
    return thrown.problem
  }
  if (err instanceof URIError) {
    return problem({ code: 'malformed_url', detail: MALFORMED_URL })
  }
  if (BROKEN_FORM.test(err.message) && thrown.isPublic !== true) {
    return problem({ code: 'malformed_upload', detail: BROKEN_FORM_SENTENCE })
  }
  if (err.message === 'Multipart limit has been reached') {
    return problem({ code: 'body_too_large', detail: FORM_SENTENCE })
  }
  if (isCallersJson(err)) {
    return problem({ code: 'malformed_json', detail: 'Check the quotes, commas and brackets.' })
  }
  if (!isMeant(thrown)) {
    return problem({ code: 'internal_error', detail: UNFORESEEN })
  }
  const own = codeOf(thrown)
  const status =
    thrown.status ?? (own !== undefined && isProblemCode(own) ? PROBLEMS[own].status : 400)
  const errors = fieldsOf(thrown.data)
  return {
    ...known({
      code: own ?? codeByName(thrown) ?? codeByStatus(status),
      // Payload's own sentence lists labels alone.
      detail: errors && err.name === 'ValidationError' ? saidOf(errors) : err.message,
      status,
    }),
    ...(errors ? { errors } : {}),
    ...(thrown.retryAfter === undefined ? {} : { retryAfter: thrown.retryAfter }),
    ...(thrown.headers ? { headers: thrown.headers } : {}),
  }
}

/** While the database is away or all connections to it are in use: nothing is wrong with the request. */
export const outageProblem = (): Problem =>
  problem({
    code: 'database_unreachable',
    detail: 'Try again in a few seconds.',
    retryAfter: RETRY_SOON,
  })

/** The same to be thrown. */
export const refusedByOutage = (): APIError =>
  Object.assign(new APIError('', 503), { problem: outageProblem() })

/** Of a status alone, for answers of others that say nothing that we would repeat. */
export const problemOfStatus = (status: number): Problem => {
  if (status >= 500 && hadOutage()) {
    return outageProblem()
  }
  const code = codeByStatus(status)
  return { ...problem({ code }), status, ...(status >= 500 ? { detail: UNFORESEEN } : {}) }
}

type PresentArgs = {
  problem: Problem
  /** Default: the id of the running request. */
  requestId?: string
  /** The request's `Accept`: browsers get a page, everybody else JSON. Default: JSON. */
  accept?: string | null | undefined
  /** A whole page for people, instead of the plain one. Only who asks for JSON does not get it. */
  page?: string
  /** For HEAD: the same headers and no body. */
  isHead?: boolean
}

/**
 * The answer. It is never kept by any cache.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 * @example return presentProblem({ problem: problem({ code: 'not_found' }), accept: c.req.header('accept') })
 */
export const presentProblem = ({ isHead = false, ...args }: PresentArgs): Response => {
  const { body, headers } = render(args)
  return new Response(isHead ? null : body, { status: args.problem.status, headers })
}

/** The same on a raw response, where there is no `Response` to return. */
export const sendProblem = ({
  isHead = false,
  res,
  ...args
}: PresentArgs & { res: ServerResponse }): void => {
  const { body, headers } = render(args)
  res.statusCode = args.problem.status
  for (const [name, value] of Object.entries(headers)) {
    res.setHeader(name, value)
  }
  res.end(isHead ? undefined : body)
}

/** As bytes for a socket, for what Node refuses before there is a request. */
export const rawProblem = (args: PresentArgs): string => {
  const { body, headers } = render(args)
  const { status } = args.problem
  const lines = Object.entries({ ...headers, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`
}

/**
 * The members that every problem has, for answers with a shape of their own. `type` is `about:blank`:
 * a problem is told by its code.
 */
export const membersOf = ({
  problem: { code, detail, status, title },
  requestId = currentRequestId(),
}: Pick<PresentArgs, 'problem' | 'requestId'>) => ({
  type: 'about:blank',
  title,
  status,
  ...(detail ? { detail } : {}),
  code,
  ...(requestId ? { requestId } : {}),
})

/** Headers that belong to a problem, whatever the body. */
export const headersOf = ({
  problem: { allow, headers, retryAfter },
  requestId = currentRequestId(),
}: Pick<PresentArgs, 'problem' | 'requestId'>): Record<string, string> => ({
  ...headers,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  ...(requestId ? { 'x-request-id': requestId } : {}),
  ...(retryAfter === undefined
    ? {}
    : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
  ...(allow ? { allow: allow.join(', ') } : {}),
})

const render = ({
  accept,
  page,
  problem: made,
  requestId = currentRequestId(),
}: Omit<PresentArgs, 'isHead'>): { body: string; headers: Record<string, string> } => {
  const isForPeople =
    (accept ?? '').includes('text/html') || (page !== undefined && !/json/i.test(accept ?? ''))
  const errors = made.errors ? { errors: made.errors } : {}
  const body = isForPeople
    ? (page ?? problemPage({ ...made, requestId }))
    : JSON.stringify({ ...membersOf({ problem: made, requestId }), ...errors })
  return {
    body,
    headers: {
      ...headersOf({ problem: made, requestId }),
      // Of HEAD as well, where no body follows.
      'content-length': String(Buffer.byteLength(body)),
      'content-type': isForPeople ? 'text/html; charset=utf-8' : PROBLEM_TYPE,
      vary: 'Accept',
    },
  }
}

const UNFORESEEN = 'It has been logged. Try again; if it stays, tell us the request id.'
const BROKEN_FORM_SENTENCE = 'The upload broke off or is not multipart/form-data. Send it again.'
const FORM_SENTENCE =
  'A form holds one file, named “file”, and its fields as JSON in “_payload”, of at most 1 MB.'

/** Seconds. */
const RETRY_SOON = 3

/** What the parser of forms throws over one that arrives in pieces which make no sense. */
const BROKEN_FORM =
  /unexpected end of form|malformed part header|boundary not found|malformed content type|not eligible for file upload/i

/** Payload parses what a query or a form brings as JSON without catching what that throws. */
const isCallersJson = (err: Error): boolean =>
  err instanceof SyntaxError && /parseParams|addDataAndFileToRequest/.test(err.stack ?? '')

/** Payload's `APIError`, and what says itself that it is for the public. */
const isMeant = ({ isOperational, isPublic, status }: Thrown): boolean =>
  isPublic ?? (isOperational === true && status !== undefined && status !== 500)

const known = ({ code, detail, status }: { code: string; detail: string; status: number }) => ({
  code,
  status,
  title: isProblemCode(code) ? PROBLEMS[code].title : PROBLEMS[codeByStatus(status)].title,
  detail,
})

/** Lower case with underscores; a code of the file system or of a library is none. */
const codeOf = ({ code, data }: Thrown): string | undefined => {
  const given = (data as { code?: unknown } | null | undefined)?.code ?? code
  return typeof given === 'string' && /^[a-z][a-z0-9_]{1,63}$/.test(given) ? given : undefined
}

/** Payload's own errors have names and no codes. */
const BY_NAME: Readonly<Record<string, ProblemCode>> = {
  ValidationError: 'validation_failed',
  QueryError: 'query_not_possible',
  AuthenticationError: 'credentials_wrong',
  LockedAuth: 'account_locked',
  UnverifiedEmail: 'email_not_verified',
  Locked: 'locked',
}

const codeByName = ({ name }: Thrown): ProblemCode | undefined =>
  Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  409: 'conflict',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  421: 'misdirected',
  422: 'not_processable',
  423: 'locked',
  429: 'too_many_requests',
  431: 'headers_too_large',
  502: 'upstream_failed',
  503: 'unavailable',
}

const codeByStatus = (status: number): ProblemCode =>
  BY_STATUS[status] ?? (status >= 500 ? 'internal_error' : 'bad_request')

/** `data.errors` of a validation, and the bare list of a query that names paths it may not. */
const fieldsOf = (data: unknown): FieldProblem[] | undefined => {
  const list = Array.isArray(data)
    ? data
    : (data as { errors?: unknown } | null | undefined)?.errors
  const fields = (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).flatMap((one) =>
    typeof one?.path === 'string'
      ? [
          {
            path: one.path,
            message: typeof one.message === 'string' ? one.message : 'This path is not possible.',
          },
        ]
      : [],
  )
  return fields.length > 0 ? fields : undefined
}
