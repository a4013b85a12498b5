// What can be wrong with a file or with how it arrives: one catalogue of codes and sentences.
import { APIError } from 'payload'
import { isDriverProblem } from './driverProblem.ts'

/** Codes and the HTTP status of each. */
export const MEDIA_STATUS = Object.freeze({
  file_empty: 400,
  file_damaged: 400,
  type_unknown: 400,
  video_unreadable: 400,
  not_a_picture: 400,
  not_a_video: 400,
  picture_truncated: 400,
  picture_too_large: 400,
  type_not_allowed: 415,
  type_mismatch: 400,
  file_too_large: 413,
  quota_exceeded: 413,
  no_tenant: 403,
  ticket_invalid: 400,
  ticket_expired: 410,
  already_processing: 409,
  too_many_uploads: 429,
  upload_incomplete: 409,
  chunk_misplaced: 409,
  upload_unproven: 400,
  storage_refused: 502,
  storage_unreachable: 503,
  storage_full: 507,
  asset_missing: 404,
  not_signed_in: 401,
  notification_refused: 401,
  range_not_satisfiable: 416,
})

export type MediaProblemCode = keyof typeof MEDIA_STATUS

/** An error for a person: a sentence that says what to do, and a code for programs. */
export const mediaProblem = (code: MediaProblemCode, sentence: string): APIError =>
  new APIError(sentence, MEDIA_STATUS[code], { code }, true)

/** Problems of drivers and of files as the API answers them; anything else as it is. */
export const asProblem = (err: unknown): unknown => {
  if (isDriverProblem(err) || isFileProblem(err)) {
    const code = err.code as MediaProblemCode
    return new APIError(err.message, MEDIA_STATUS[code] ?? 400, { code: err.code }, true)
  }
  return err
}

const isFileProblem = (err: unknown): err is Error & { code: string } =>
  err instanceof Error && 'isFileProblem' in err && 'code' in err

/** `4.2 GB`, `640 KB`. */
export const sizeInWords = (bytes: number): string => {
  const [value, unit] =
    bytes >= 1e9 ? [bytes / 1e9, 'GB'] : bytes >= 1e6 ? [bytes / 1e6, 'MB'] : [bytes / 1e3, 'KB']
  return `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10} ${unit}`
}
