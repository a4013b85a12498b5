// What goes wrong with an address or a file, as a sentence for people and a code for programs. How such
// a problem is answered is the host's business; see `present` of `createMediaHandler`.

/** Codes and the HTTP status that each answers with. */
export const MEDIA_PROBLEMS = Object.freeze({
  bad_address: 400,
  unknown_transformation: 400,
  unknown_preset: 400,
  signature_missing: 403,
  signature_wrong: 403,
  expired: 403,
  file_not_found: 404,
  no_stream: 404,
  method_not_allowed: 405,
  output_too_large: 413,
  not_a_picture: 400,
  range_not_satisfiable: 416,
  picture_broken: 422,
  failed: 500,
  busy: 503,
})

export type MediaProblemCode = keyof typeof MEDIA_PROBLEMS

export type MediaProblem = Error & {
  isMediaProblem: true
  /** The message is written for whoever asked. */
  isPublic: true
  code: MediaProblemCode
  status: number
  /** Headers that belong to the answer, such as `Allow`. */
  headers?: Readonly<Record<string, string>>
  /** Seconds after which the same request may succeed. */
  retryAfter?: number
}

/** @param sentence ASCII, since it is also sent as a header. */
export const mediaProblem = (
  code: MediaProblemCode,
  sentence: string,
  {
    cause,
    headers,
    retryAfter,
  }: { cause?: unknown; headers?: Readonly<Record<string, string>>; retryAfter?: number } = {},
): MediaProblem =>
  Object.assign(new Error(sentence, { cause }), {
    isMediaProblem: true as const,
    isPublic: true as const,
    code,
    status: MEDIA_PROBLEMS[code],
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(headers === undefined ? {} : { headers }),
  })

export const isMediaProblem = (value: unknown): value is MediaProblem =>
  value instanceof Error && 'isMediaProblem' in value
