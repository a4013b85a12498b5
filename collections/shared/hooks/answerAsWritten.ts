// What a write answers is what was stored: a text of another language in it would be taken for one of this language,
// and stored as such the next time. Who wants texts of another language in their place names it in `fallback-locale`.
import type { CollectionBeforeOperationHook } from 'payload'

const WRITES = new Set(['create', 'restoreVersion', 'update'])

export const answerAsWritten: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { query } = req
  const isAsked = query?.['fallback-locale'] !== undefined || query?.fallbackLocale !== undefined
  if (WRITES.has(operation) && req.payloadAPI !== 'local' && !isAsked) {
    req.fallbackLocale = false
  }
  return args
}
