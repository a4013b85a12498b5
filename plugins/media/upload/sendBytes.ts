// The bytes themselves: in chunks, each tried again, from where the other side says it is.
import { problemOfAnswer, uploadProblem } from './problem.ts'
import { retry, type RetryOptions } from './retry.ts'
import { requestReceived, type UploadSession } from './session.ts'
import type { Transport } from './transport.ts'

export type SendBytesArgs = {
  session: UploadSession
  fetch: typeof globalThis.fetch
  transport: Transport
  onSent: (sent: number) => void
  retryOptions?: RetryOptions
  signal?: AbortSignal
}

/** Sends what the session still lacks, and notes in it what has arrived. */
export const sendBytes = (args: SendBytesArgs): Promise<void> =>
  args.session.ticket.kind === 'direct' ? sendDirect(args) : sendToServer(args)

const sendToServer = async ({
  fetch,
  onSent,
  retryOptions,
  session,
  signal,
  transport,
}: SendBytesArgs): Promise<void> => {
  const { body, ticket } = session
  const total = body.size
  let isSure = true
  while (session.received < total) {
    await retry(
      async () => {
        if (!isSure) {
          session.received = Math.min(await requestReceived({ fetch, session, signal }), total)
          isSure = true
          onSent(session.received)
          if (session.received >= total) {
            return
          }
        }
        const start = session.received
        const end = Math.min(start + (ticket.chunkSize ?? total), total)
        try {
          const answer = await transport({
            url: ticket.url,
            method: 'PUT',
            headers: {
              'x-upload-ticket': ticket.ticket,
              'content-type': 'application/octet-stream',
              'content-range': contentRange({ start, end, total }),
            },
            body: body.slice(start, end),
            withCookie: true,
            onProgress: (sent) => onSent(Math.min(start + sent, end)),
            signal,
          })
          // The two counts differ, as after a chunk whose answer was lost: ask, then go on.
          if (answer.status === 409 || answer.status === 416) {
            throw Object.assign(problemOfAnswer(answer), { isPassing: true })
          }
          if (answer.status < 200 || answer.status >= 300) {
            throw problemOfAnswer(answer)
          }
          const { received } = (answer.body ?? {}) as { received?: number }
          if ((received ?? end) <= start) {
            throw uploadProblem({ code: 'upload_unclear', isPassing: true, status: answer.status })
          }
          session.received = Math.min(received ?? end, total)
          onSent(session.received)
        } catch (err) {
          isSure = false
          throw err
        }
      },
      { ...retryOptions, signal },
    )
  }
}

const sendDirect = async ({
  onSent,
  retryOptions,
  session,
  signal,
  transport,
}: SendBytesArgs): Promise<void> => {
  const { body, ticket } = session
  const total = body.size
  const isChunked = ticket.chunkSize !== null && total > ticket.chunkSize
  while (session.report === undefined) {
    const start = session.received
    const end = Math.min(start + (isChunked ? ticket.chunkSize! : total), total)
    const answer = await retry(
      async () => {
        const sent = await transport({
          url: ticket.url,
          method: 'POST',
          ...(isChunked
            ? {
                headers: {
                  'X-Unique-Upload-Id': session.uploadId,
                  'Content-Range': contentRange({ start, end, total }),
                },
              }
            : {}),
          body: formOf({ fields: ticket.fields ?? {}, part: body.slice(start, end) }),
          withCookie: false,
          onProgress: (bytes) => onSent(Math.min(start + bytes, end)),
          signal,
        })
        if (sent.status < 200 || sent.status >= 300) {
          throw problemOfAnswer(sent)
        }
        return sent
      },
      { ...retryOptions, signal },
    )
    session.received = end
    onSent(end)
    if (end >= total) {
      if (answer.body === null) {
        throw uploadProblem({ code: 'upload_unclear', status: answer.status })
      }
      session.report = answer.body
    }
  }
}

const formOf = ({ fields, part }: { fields: Record<string, string>; part: Blob }): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value)
  }
  form.append('file', part, 'file')
  return form
}

/** RFC 9110 §14.4: both ends included. */
const contentRange = ({ end, start, total }: { start: number; end: number; total: number }) =>
  `bytes ${start}-${end - 1}/${total}`
