// What people sign in with is text that can be stored. The database would refuse the rest without naming the field,
// and a password with half a character would never be the right one.
import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { isRecord, short } from '../values/fault.ts'
import { isStorable, UNSTORABLE_SENTENCE } from '../values/text.ts'

const OPERATIONS = new Set(['forgotPassword', 'login', 'refresh', 'resetPassword', 'unlock'])

const TEXTS = ['email', 'username', 'password', 'token'] as const

export const refuseMalformedLogin: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (req.payloadAPI === 'local' || !OPERATIONS.has(operation)) {
    return args
  }
  // Payload's endpoints take nothing for what is no text.
  const given: unknown = req.payloadAPI === 'REST' ? req.data : (args as { data?: unknown }).data
  const data = isRecord(given) ? given : {}
  for (const path of TEXTS) {
    const value = data[path] ?? undefined
    if (value !== undefined && typeof value !== 'string') {
      refuse(path, `“${path}” holds a text, and not “${short(value)}”.`)
    }
    if (typeof value === 'string' && !isStorable(value)) {
      refuse(path, `“${path}” ${UNSTORABLE_SENTENCE}`)
    }
  }
  return args
}

const refuse = (path: string, message: string): never => {
  const errors = [{ message, path }]
  throw new APIError(message, 400, { code: 'malformed_value', errors }, true)
}
