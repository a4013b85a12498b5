/** What the wall says, for people: SQLSTATEs that reach us are refusals, not failures. */

type DatabaseError = { code?: string; cause?: unknown }

/** SQLSTATE of the error or of what it wraps; drizzle wraps what pg throws. */
export const sqlStateOf = (err: unknown): string | undefined => {
  for (let at = err as DatabaseError | undefined; at; at = at.cause as DatabaseError | undefined) {
    if (typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) {
      return at.code
    }
  }
  return undefined
}

/** Status, code and sentence. None tells what is there and what is not. */
export const sentenceOf = (
  err: unknown,
): { status: number; code: string; message: string } | undefined => {
  switch (sqlStateOf(err)) {
    case '42501':
      return { status: 403, code: 'not_allowed', message: 'You are not allowed to do this.' }
    case '23503':
      return {
        status: 400,
        code: 'unknown_reference',
        message: 'This points at something that is not in this tenant. Choose it again.',
      }
    case '23505':
      return {
        status: 409,
        code: 'already_exists',
        message: 'There is one like this already. Change what has to be unique.',
      }
    // Serialization failures: somebody else changed the same at the same moment.
    case '40001':
    case '40P01':
      return {
        status: 409,
        code: 'changed_meanwhile',
        message: 'This was changed at the same moment. Try again.',
      }
    // COMMIT of a transaction in which a statement had failed before.
    case '25P02':
      return {
        status: 409,
        code: 'nothing_saved',
        message: 'A part of this was refused, so nothing of it was saved. Change less at a time.',
      }
    case '23514':
      return { status: 409, code: 'not_possible', message: 'This cannot be changed like that.' }
    // A value that its column cannot hold or be compared with: text for a number, a NUL, a date that
    // is none, a negative page.
    case '2201W':
    case '2201X':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P02':
    case '42883':
      return { status: 400, code: 'malformed_value', message: 'A value is not of its type.' }
    case '57014':
      return {
        status: 503,
        code: 'took_too_long',
        message: 'The database took too long. Ask for less at a time.',
      }
    default:
      return undefined
  }
}
