import type { ProblemCode } from './problemCodes.ts'

/** What to do about a refusal of which nothing more is known. */
export const SENTENCES: Partial<Record<ProblemCode, string>> = {
  bad_request: 'Check the parameters and the body of the request.',
  conflict: 'Read it again, and repeat your change.',
  not_acceptable: 'Accept application/json, or leave the header out.',
  forbidden: 'Your account may not do this. Ask an admin of the workspace.',
  not_found: 'Check the URL: the collection, the id and what follows them.',
  not_processable: 'Check the parameters and the body of the request.',
  not_signed_in: 'Sign in, or send a token or an API key that is valid.',
  unavailable: 'Try again in a few seconds.',
  unsupported_media_type: 'Send JSON as application/json, in UTF-8.',
}

/** What is wrong with fields, with the first one's own sentence. */
export const saidOf = ([first, ...more]: readonly { message: string; path: string }[]): string =>
  [
    first && `“${first.path}”: ${first.message}`,
    more.length > 0 && `“errors” names ${more.length} more.`,
  ]
    .filter(Boolean)
    .join(' ')
