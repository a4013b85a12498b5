// An upload under way, and its four questions to the server. What is kept here is what a second try
// needs to go on where the first one stopped.
import { problemOfAnswer, uploadProblem } from './problem.ts'
import type { CompletedUpload, UploadTicket } from './types.ts'
import { ask } from './transport.ts'

export type UploadSession = {
  ticket: UploadTicket
  /** What is sent: the file without its metadata. */
  body: Blob
  /** Names the upload to the store, so that chunks find each other. */
  uploadId: string
  /** Bytes of which it is known that they have arrived. */
  received: number
  /** `direct` only: what the store said about the finished file. */
  report?: unknown
}

export type ServerOf = {
  fetch: typeof globalThis.fetch
  /** `/api/media` */
  base: string
  signal?: AbortSignal
}

export const requestTicket = async ({
  base,
  fetch,
  filename,
  mimeType,
  signal,
  size,
  tenant,
}: ServerOf & {
  filename: string
  mimeType: string
  size: number
  tenant: string | null
}): Promise<UploadTicket> =>
  answerOf<UploadTicket>(
    await ask({
      fetch,
      url: `${base}/uploads`,
      init: json({ filename, size, mimeType, ...(tenant === null ? {} : { tenant }) }),
      signal,
    }),
    ({ ticket, url }) => typeof ticket === 'string' && typeof url === 'string',
  )

/** How many bytes the server has. */
export const requestReceived = async ({
  fetch,
  session,
  signal,
}: Omit<ServerOf, 'base'> & { session: UploadSession }): Promise<number> => {
  const { ticket, url } = session.ticket
  const { received } = answerOf<{ received: number }>(
    await ask({ fetch, url, init: { headers: { 'x-upload-ticket': ticket } }, signal }),
    (body) => typeof body.received === 'number',
  )
  return received
}

export const requestCompletion = async ({
  base,
  fetch,
  session: { report, ticket },
  signal,
}: ServerOf & { session: UploadSession }): Promise<CompletedUpload> => {
  const completed = answerOf<CompletedUpload>(
    await ask({
      fetch,
      url: `${base}/uploads/complete`,
      init: json({ ticket: ticket.ticket, ...(report === undefined ? {} : { report }) }),
      signal,
    }),
    ({ file }) => typeof file?.clientUploadContext?.signedReceipt === 'string',
  )
  return { ...completed, duplicates: completed.duplicates ?? [] }
}

/** Gives up; what has arrived is removed. Never fails: the server sweeps what nobody gave up. */
export const abandonUpload = async ({
  base,
  fetch,
  session,
}: Omit<ServerOf, 'signal'> & { session: UploadSession }): Promise<void> => {
  try {
    await fetch(`${base}/uploads`, {
      method: 'DELETE',
      credentials: 'include',
      // Also when the page is being closed.
      keepalive: true,
      headers: { 'x-upload-ticket': session.ticket.ticket },
    })
  } catch {
    // Nobody waits for it.
  }
}

const json = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const answerOf = <T>(
  answer: Parameters<typeof problemOfAnswer>[0],
  isRight: (body: T) => boolean,
): T => {
  if (answer.status < 200 || answer.status >= 300) {
    throw problemOfAnswer(answer)
  }
  if (typeof answer.body !== 'object' || answer.body === null || !isRight(answer.body as T)) {
    throw uploadProblem({ code: 'upload_unclear', status: answer.status })
  }
  return answer.body as T
}
