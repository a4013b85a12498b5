// Why a change of content was not made, as a sentence for whoever planned it.
import { INTERNAL, NOT_POSSIBLE, refusalOf } from '../serverFunctions/refusal.ts'

type FieldError = { label?: unknown; message?: unknown; path?: unknown }

/** Names each field with what is wrong with it; says nothing of errors that are our own. */
export const reasonOf = (err: unknown): string => {
  const { data } = (err ?? {}) as { data?: { errors?: FieldError[] } | null }
  const errors = Array.isArray(data?.errors) ? data.errors : []
  const fields = errors.flatMap(({ label, message, path }) =>
    typeof message === 'string'
      ? [`${typeof label === 'string' && label !== '' ? label : String(path)}: ${message}`]
      : [],
  )
  if (fields.length > 0) {
    return [...new Set(fields)].join(' ')
  }
  const { code, message } = refusalOf(err)
  return OURS.has(code) ? 'Something went wrong on our side. It has been logged.' : message
}

/** What a server function is told to do then, reload its page, is nothing to do here. */
const OURS = new Set([INTERNAL.code, NOT_POSSIBLE.code])
