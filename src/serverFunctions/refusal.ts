// How a server function says no: a status and a code for programs, a sentence for people.
import { APIError } from 'payload'
import { sentenceOf } from '../../plugins/row-level-security/index.ts'

export type Refusal = { status: number; code: string; message: string }

/** What the function answers with instead of a result. The admin shows its message. */
export type Refused = { refusal: Refusal }

export const refusalError = ({ code, message, status }: Refusal): APIError =>
  new APIError(message, status, { code }, true)

export const NOT_SIGNED_IN: Refusal = {
  status: 401,
  code: 'not_signed_in',
  message: 'Sign in first. The admin answers only to people who are signed in.',
}

/** For what does not exist and for what is not theirs, so that the two cannot be told apart. */
export const NOT_FOUND: Refusal = {
  status: 404,
  code: 'not_found',
  message: 'This is not here, or you may not open it. Go back and choose it again.',
}

export const NOT_ALLOWED: Refusal = {
  status: 403,
  code: 'not_allowed',
  message: 'You may read this, but not change it. Ask an admin of your tenant for the right.',
}

export const TOOK_TOO_LONG: Refusal = {
  status: 503,
  code: 'took_too_long',
  message: 'This took the database too long. Ask for less at a time, or try again in a minute.',
}

export const NOT_POSSIBLE: Refusal = {
  status: 422,
  code: 'not_possible',
  message: 'This could not be done as it was asked for. Reload the page and try again.',
}

export const INTERNAL: Refusal = {
  status: 500,
  code: 'internal_error',
  message: 'Something went wrong here. It has been logged; try again in a minute.',
}

export const malformed = (what: string): APIError =>
  refusalError({
    status: 422,
    code: 'malformed_arguments',
    message: `${what} Reload the page and try again.`,
  })

/**
 * What a caller is told of an error. Sentences are passed on only from errors that were meant for
 * people; any other may carry statements or values.
 */
export const refusalOf = (err: unknown): Refusal => {
  const known = sentenceOf(err)
  if (known) {
    return known
  }
  const { code, data, message, status } = err as {
    code?: unknown
    data?: { code?: unknown } | null
    message?: string
    status?: unknown
  }
  if (typeof status === 'number' && status >= 400 && status < 500 && message) {
    return {
      status,
      code: typeof data?.code === 'string' ? data.code : codeOf(status),
      message,
    }
  }
  const digest = (err as { digest?: unknown }).digest
  if (typeof digest === 'string' && digest.startsWith('NEXT_HTTP_ERROR_FALLBACK')) {
    return NOT_FOUND
  }
  // Payload's handlers throw bare errors for arguments that make no sense to them. What has a code
  // comes from the system or the database.
  const isTypical = err instanceof TypeError || err instanceof RangeError
  return typeof code === 'string' && !isTypical ? INTERNAL : NOT_POSSIBLE
}

const codeOf = (status: number): string =>
  status === 401
    ? NOT_SIGNED_IN.code
    : status === 403
      ? NOT_ALLOWED.code
      : status === 404
        ? NOT_FOUND.code
        : NOT_POSSIBLE.code
