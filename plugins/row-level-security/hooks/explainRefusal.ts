/** A refusal of the database reaches the caller as one, not as a failure of the server. */
import type { AfterErrorHook } from 'payload'
import { sentenceOf } from '../problems.ts'

export const explainRefusal: AfterErrorHook = ({ error }) => {
  const known = sentenceOf(error)
  return known
    ? {
        status: known.status,
        response: {
          errors: [{ name: 'DatabaseRefusal', message: known.message, data: { code: known.code } }],
        },
      }
    : undefined
}
