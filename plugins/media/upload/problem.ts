// What stops an upload, as an error whose message may be shown, and whether trying again can help.

export type UploadProblem = Error & {
  code: string
  isUploadProblem: true
  /** Whether the same request may succeed a moment later. */
  isPassing: boolean
  /** HTTP status; 0 when there was no answer. */
  status: number
  /** Milliseconds that the server asked to wait. */
  retryAfter?: number
}

export const UPLOAD_PROBLEMS = Object.freeze({
  upload_cancelled: 'The upload was cancelled.',
  upload_offline: 'The connection was lost. Try again when you are back online.',
  upload_refused: 'The server refused this file. Reload the page and try again.',
  upload_unclear: 'The server answered something that makes no sense. Try again in a minute.',
  upload_empty: 'This file is empty. Choose it again, or export it anew.',
  upload_uncleaned:
    'This file could not be freed of its hidden data, such as where it was taken. Save it anew in a program that shows it, and upload that.',
  document_refused: 'The file has arrived, but its entry could not be saved. Try again.',
})

export type UploadProblemCode = keyof typeof UPLOAD_PROBLEMS

export const uploadProblem = ({
  cause,
  code,
  isPassing = false,
  retryAfter,
  sentence,
  status = 0,
}: {
  cause?: unknown
  /** One of ours, or the server's own. */
  code: UploadProblemCode | (string & {})
  isPassing?: boolean
  retryAfter?: number
  /** Default: the one of the catalogue. */
  sentence?: string
  status?: number
}): UploadProblem =>
  Object.assign(
    new Error(
      sentence ?? UPLOAD_PROBLEMS[code as UploadProblemCode] ?? UPLOAD_PROBLEMS.upload_refused,
      cause === undefined ? undefined : { cause },
    ),
    {
      code,
      isPassing,
      isUploadProblem: true as const,
      status,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    },
  )

export const isUploadProblem = (err: unknown): err is UploadProblem =>
  err instanceof Error && 'isUploadProblem' in err && err.isUploadProblem === true

/** An error as people may read it, whatever it was. */
export const asUploadProblem = (err: unknown): UploadProblem => {
  if (isUploadProblem(err)) {
    return err
  }
  // Sentences of the inspection are made for people too.
  if (err instanceof Error && 'isFileProblem' in err && 'code' in err) {
    return uploadProblem({ code: String(err.code), sentence: err.message, cause: err })
  }
  return uploadProblem({ code: 'upload_refused', cause: err })
}

export const cancelled = (): UploadProblem => uploadProblem({ code: 'upload_cancelled' })

/** 408, 425, 429 and 5xx pass; 420 is how Cloudinary says 429. */
const PASSING = new Set([408, 420, 425, 429])

export const problemOfAnswer = ({ body, headers, status }: Answer): UploadProblem => {
  const { code, message } = refusalIn(body)
  const seconds = Number(headers('retry-after'))
  return uploadProblem({
    code: code ?? 'upload_refused',
    isPassing: status === 0 || status >= 500 || PASSING.has(status),
    status,
    ...(Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * 1000 } : {}),
    ...(message ? { sentence: message } : {}),
  })
}

/** An answer, whoever brought it. */
export type Answer = {
  status: number
  /** Parsed JSON; `null` when it was none. */
  body: unknown
  headers: (name: string) => string | null
}

type ErrorBody = {
  /** Payload's shape. */
  errors?: {
    message?: string
    data?: { code?: string; errors?: { message?: string; path?: string }[] } | null
  }[]
  /** Cloudinary's. */
  error?: { message?: string } | string
}

const refusalIn = (body: unknown): { code?: string; message?: string } => {
  if (typeof body !== 'object' || body === null) {
    return {}
  }
  const { error, errors } = body as ErrorBody
  const [first] = errors ?? []
  // Of a form that was refused, what is wrong with the field says more than that one is wrong.
  const message =
    first?.data?.errors?.find((one) => one.message)?.message ??
    first?.message ??
    (typeof error === 'object' ? error.message : undefined)
  return {
    ...(first?.data?.code ? { code: first.data.code } : {}),
    ...(message ? { message } : {}),
  }
}
