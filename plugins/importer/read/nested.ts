/** Documents that are nested deeper than any reader goes. */
import type { RemarkCode } from '../error-codes.ts'

/** The stack is full: the parsers and the converter go one call deeper with each level. */
export const isTooNested = (error: unknown): boolean =>
  error instanceof Error && error.name === 'RangeError' && /call stack/i.test(error.message)

/** Why a document could not be read. */
export const whyUnread = (error: unknown): { code: RemarkCode; detail?: string } =>
  isTooNested(error)
    ? { code: 'NESTED_TOO_DEEPLY' }
    : {
        code: 'READ_FAILED',
        detail: error instanceof Error ? error.message.split('\n')[0] : String(error),
      }
