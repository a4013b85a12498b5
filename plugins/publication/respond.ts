// An answer for one request.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { entityTag, isMatch, matchNone } from './conditional.ts'
import { chooseCoding, type Coding } from './encodings.ts'

/** Of a request, what an answer depends on. */
type Asked = { method: string; header: (name: string) => string | null }

type Reply = {
  status: number
  headers: Record<string, string>
  /** The coding whose bytes follow; `null` for none. */
  coding: Coding | null
  /** Instead of any bytes of the answer. */
  sentence?: string
}

/**
 * The response to one request: HEAD, conditional, encoded (RFC 9110, 9111).
 *
 * `Range` is ignored, as a server may (RFC 9110 §14.2): pages are small, and a range of one coding is of no use to a
 * reader of another. Conditions are looked at for GET and HEAD, and only when the answer would be a 2xx with an ETag.
 *
 * @param request Its `headers` need only `get`.
 * @returns 200 or whatever was made, 304, 412, or 406 when `Accept-Encoding` excludes every coding.
 * @example
 * const answer = await publication.answer({ key, make, accepts: request.headers.get('accept-encoding') })
 * return respond(answer, request)
 */
export const respond = (
  answer: Answer,
  { headers, method }: { method: string; headers: Pick<Headers, 'get'> },
): Response => {
  const reply = replyTo(answer, { method, header: (name) => headers.get(name) })
  const { coding, sentence, ...init } = reply
  if (coding === null) {
    return new Response(sentence ?? null, init)
  }
  return new Response(answer.codings.peek(coding) ?? inChunks(answer, coding), init)
}

/**
 * The same on Node's own response, where the kept bytes go to the socket as they are: a `Response` copies them for
 * every reader.
 *
 * @throws when the bytes of a coding cannot be made; nothing was sent then.
 */
export const send = async (
  answer: Answer,
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
): Promise<void> => {
  const { headers, method = 'GET' } = incoming
  const header = (name: string): string | null => headers[name]?.toString() ?? null
  const { coding, sentence, ...reply } = replyTo(answer, { method, header })
  const bytes = coding === null ? sentence : await answer.codings.ready(coding)
  if (coding !== null) {
    reply.headers['content-length'] = String((bytes as Uint8Array).byteLength)
  }
  outgoing.writeHead(reply.status, reply.headers)
  outgoing.end(bytes)
}

const replyTo = (answer: Answer, { header, method }: Asked): Reply => {
  const { codings, etag, isText, status } = answer
  const isHead = method === 'HEAD'
  const coding = chooseCoding({
    accepts: header('accept-encoding'),
    bytes: codings.identity.byteLength,
    isText,
  })
  if (coding === null) {
    return notAcceptable({ isHead })
  }
  if (etag !== null && (isHead || method === 'GET')) {
    if (!isMatch({ etag, header: header('if-match') })) {
      return withoutBody({ answer, status: 412, tag: entityTag(etag, coding) })
    }
    const tag = matchNone({ coding, etag, header: header('if-none-match') })
    if (tag !== null) {
      return withoutBody({ answer, status: 304, tag })
    }
  }
  const bytes = codings.peek(coding)
  const headers = headersOf({ answer, coding, length: bytes?.byteLength })
  if (NO_BODY.has(status)) {
    delete headers['content-length']
    return { status, headers, coding: null }
  }
  if (isHead) {
    // So that the next request knows the length.
    void (bytes ?? codings.ready(coding).catch(() => undefined))
    return { status, headers, coding: null }
  }
  return { status, headers, coding }
}

const NO_BODY = new Set([204, 205, 304])

const headersOf = ({
  answer: { etag, headers },
  coding,
  length,
}: {
  answer: Answer
  coding: Coding
  length: number | undefined
}): Record<string, string> => ({
  ...headers,
  ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
  ...(etag === null ? {} : { etag: entityTag(etag, coding) }),
  ...(length === undefined ? {} : { 'content-length': String(length) }),
})

/** The bytes are still being made; how many there will be is not known yet. */
const inChunks = ({ codings }: Answer, coding: Coding): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    start: async (controller) => {
      controller.enqueue(await codings.ready(coding))
      controller.close()
    },
  })

/**
 * “The server generating a 304 response MUST generate any of the following header fields that would have been sent in a
 * 200 (OK) response to the same request: Content-Location, Date, ETag, and Vary; Cache-Control and Expires” (§15.4.5).
 * The others guide caches in what they do with what they have.
 */
const RENEWED = [
  'cache-control',
  'cache-tag',
  'content-language',
  'content-location',
  'expires',
  'surrogate-key',
  'vary',
]

const withoutBody = ({
  answer,
  status,
  tag,
}: {
  answer: Answer
  status: 304 | 412
  tag: string
}): Reply => {
  const headers: Record<string, string> = { etag: tag }
  for (const name of RENEWED) {
    const value = answer.headers[name]
    if (value !== undefined) {
      headers[name] = value
    }
  }
  if (status === 412) {
    headers['cache-control'] = 'no-store'
  }
  return { status, headers, coding: null }
}

const notAcceptable = ({ isHead }: { isHead: boolean }): Reply => {
  const sentence =
    'Accept-Encoding allows no coding in which this can be sent. Leave it out, or allow identity, gzip or br.\n'
  return {
    status: 406,
    headers: {
      'cache-control': 'no-store',
      'content-length': String(sentence.length),
      'content-type': 'text/plain; charset=utf-8',
      vary: 'accept-encoding',
    },
    coding: null,
    ...(isHead ? {} : { sentence }),
  }
}
