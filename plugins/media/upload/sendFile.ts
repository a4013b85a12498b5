// One file, from the browser to where it lies: cleaned, sent, completed. What makes a document of it
// is saveDocument.ts.
import { sendBytes } from './sendBytes.ts'
import { asUploadProblem, cancelled, uploadProblem } from './problem.ts'
import { retry, type RetryOptions } from './retry.ts'
import {
  abandonUpload,
  requestCompletion,
  requestTicket,
  type ServerOf,
  type UploadSession,
} from './session.ts'
import { stripFile } from './stripFile.ts'
import { fetchTransport, xhrTransport, type Transport } from './transport.ts'
import type { CompletedUpload, UploadProgress } from './types.ts'

export type SendFileArgs = {
  file: File
  /** Slug of the collection of uploads. */
  collection: string
  /** Whose file it will be; `null` leaves it to the server, which knows the selected one. */
  tenant: string | null
  fetch?: typeof globalThis.fetch
  /** Default `/api`. */
  apiRoute?: string
  onProgress?: (progress: UploadProgress) => void
  signal?: AbortSignal
  /** Of an earlier try that failed: goes on where it stopped. */
  session?: UploadSession
  /** Called when there is something to go on with. */
  onSession?: (session: UploadSession) => void
  /** A film's frame for its poster; `null` where the browser cannot show it. Default: none. */
  capturePoster?: (file: File, signal?: AbortSignal) => Promise<Blob | null>
  /** The file without its metadata. Default: {@link stripFile}. */
  strip?: (file: File) => Promise<Blob>
  transport?: Transport
  retryOptions?: RetryOptions
}

/**
 * @throws UploadProblem; `upload_cancelled` after the signal, with what had arrived removed
 * @example const { file } = await sendFile({ file: chosen, collection: 'media', tenant })
 */
export const sendFile = async (args: SendFileArgs): Promise<CompletedUpload> => {
  // Called bare, `fetch` refuses to run as a method of something else.
  const fetch =
    args.fetch ?? ((...given: Parameters<typeof globalThis.fetch>) => globalThis.fetch(...given))
  const base = `${args.apiRoute ?? '/api'}/${args.collection}`
  const server: ServerOf = { base, fetch, signal: args.signal }
  const isResumed = args.session !== undefined && isAlive(args.session)
  let session = isResumed ? args.session : undefined
  try {
    try {
      session ??= await begin({ args, server })
      return await carryOn({ args, fetch, server, session })
    } catch (err) {
      // The server has forgotten the first try: from the beginning, once.
      if (!isResumed || !isForgotten(err)) {
        throw err
      }
      session = await begin({ args, server })
      return await carryOn({ args, fetch, server, session })
    }
  } catch (err) {
    if (args.signal?.aborted) {
      if (session) {
        await abandonUpload({ base, fetch, session })
      }
      throw cancelled()
    }
    throw asUploadProblem(err)
  }
}

type Step = { args: SendFileArgs; server: ServerOf }

const begin = async ({ args, server }: Step): Promise<UploadSession> => {
  const { file, onProgress, signal } = args
  onProgress?.({ phase: 'preparing', sent: 0, total: file.size })
  if (file.size === 0) {
    throw uploadProblem({ code: 'upload_empty' })
  }
  // Before the ticket, for the ticket is for so many bytes.
  const body = await (args.strip ?? stripFile)(file)
  const ticket = await retry(
    () =>
      requestTicket({
        ...server,
        filename: file.name,
        mimeType: file.type,
        size: body.size,
        tenant: args.tenant,
      }),
    { ...args.retryOptions, signal },
  )
  const session: UploadSession = { ticket, body, uploadId: crypto.randomUUID(), received: 0 }
  args.onSession?.(session)
  return session
}

const carryOn = async ({
  args,
  fetch,
  server,
  session,
}: Step & { fetch: typeof globalThis.fetch; session: UploadSession }): Promise<CompletedUpload> => {
  const { onProgress, retryOptions, signal } = args
  const total = session.body.size
  const transport =
    args.transport ?? (typeof XMLHttpRequest === 'undefined' ? fetchTransport(fetch) : xhrTransport)
  // A store that takes films directly makes their posters itself.
  const isFilm = args.file.type.startsWith('video/') && session.ticket.kind === 'server'
  // While the bytes travel; a film that the browser cannot show has no poster from here.
  const poster = isFilm
    ? (args.capturePoster?.(args.file, signal).catch(() => null) ?? Promise.resolve(null))
    : Promise.resolve(null)
  onProgress?.({ phase: 'sending', sent: session.received, total })
  await sendBytes({
    session,
    fetch,
    transport,
    retryOptions,
    signal,
    onSent: (sent) => onProgress?.({ phase: 'sending', sent, total }),
  })
  onProgress?.({ phase: 'finishing', sent: total, total })
  await sendPoster({ poster: await poster, server, session, transport, signal })
  return retry(() => requestCompletion({ ...server, session }), { ...retryOptions, signal })
}

/** A poster is a courtesy: a film without one is still a film. */
const sendPoster = async ({
  poster,
  server,
  session,
  signal,
  transport,
}: {
  poster: Blob | null
  server: ServerOf
  session: UploadSession
  transport: Transport
  signal?: AbortSignal
}): Promise<void> => {
  if (!poster) {
    return
  }
  try {
    await transport({
      url: `${server.base}/uploads/poster`,
      method: 'PUT',
      headers: { 'x-upload-ticket': session.ticket.ticket, 'content-type': 'image/jpeg' },
      body: poster,
      withCookie: true,
      signal,
    })
  } catch {
    if (signal?.aborted) {
      throw cancelled()
    }
  }
}

const isAlive = ({ ticket }: UploadSession): boolean => Date.parse(ticket.expiresAt) > Date.now()

const GONE = new Set([401, 403, 404, 410])

const isForgotten = (err: unknown): boolean => GONE.has(asUploadProblem(err).status)
