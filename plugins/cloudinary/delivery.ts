// Fetches what Cloudinary delivers, for readers to whom we vouch: always by a signed address, so that
// it works for files that not everybody may fetch and in clouds that allow listed renditions only.
import { Readable } from 'node:stream'
import type { AssetRef, ByteRange, OpenFile } from '../media/driver.ts'
import { driverProblem } from '../media/driverProblem.ts'
import {
  deliveryPath,
  parseTransformation,
  signedPart,
  type Transformation,
} from '../media/grammar/index.ts'
import { deliverySignature } from '../media/signature.ts'
import { deliveryBaseOf, type CloudinaryAccount } from './account.ts'
import { authToken } from './authToken.ts'
import { fetchDelivered, secondsToWait, type Client } from './client/call.ts'
import { waitBetween } from './client/patience.ts'
import { problemOfAnswer, stalled, unreachable } from './client/problems.ts'

/** Seconds that a token lasts which only our own request uses. */
const TOKEN_SECONDS = 300

/** The signed address of a file or one of its renditions. */
export const signedUrl = ({
  account,
  extension,
  now = Date.now(),
  ref,
  transformation,
}: {
  account: CloudinaryAccount
  ref: Pick<AssetRef, 'resourceType' | 'deliveryType' | 'publicId' | 'version'>
  transformation: Transformation
  extension: string | null
  now?: number
}): string => {
  const address = { ...ref, extension, transformation, signature: null }
  const base = deliveryBaseOf(account)
  if (account.authTokenKey && ref.deliveryType === 'authenticated') {
    const url = `${base}${deliveryPath(address)}`
    const expires = Math.floor(now / 1000) + TOKEN_SECONDS
    const { pathname } = new URL(url)
    return `${url}?${authToken({ key: account.authTokenKey, expires, path: pathname })}`
  }
  const signature = deliverySignature({
    algorithm: account.signatureAlgorithm,
    isLong: account.isLongSignature,
    part: signedPart(address),
    secret: account.apiSecret,
  })
  return `${base}${deliveryPath({ ...address, signature })}`
}

/** The original, or a part of it; `null` when Cloudinary does not have it. */
export const readOriginal = async ({
  client,
  range,
  ref,
  signal,
}: {
  client: Client
  ref: AssetRef
  range?: ByteRange
  signal?: AbortSignal
}): Promise<OpenFile | null> => {
  const response = await fetchUnlocked({
    client,
    headers: range ? { Range: `bytes=${range.start}-${range.end}` } : {},
    signal,
    url: signedUrl({
      account: client.account,
      extension: ref.resourceType === 'raw' ? null : ref.format,
      ref,
      transformation: [],
    }),
  })
  if (response.status === 404) {
    await response.body?.cancel()
    return null
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    throw response.status === 423 ? stillBeingMade() : problemOfDelivery(response)
  }
  const pieces = piecesOf({ body: response.body, signal })
  return {
    body: Readable.from(
      // A store or a proxy may answer with the whole file, RFC 9110 §14.2 lets it.
      range && response.status === 200 ? cut(pieces, range) : pieces,
      { objectMode: false },
    ),
    size: wholeSize(response),
    mimeType: response.headers.get('content-type') ?? 'application/octet-stream',
    etag: (response.headers.get('etag') ?? '').replace(/^W\//, '').replace(/^"|"$/g, ''),
  }
}

/** What of a reader's request concerns the file, and nothing that concerns the reader. */
const PASSED = ['accept', 'if-modified-since', 'if-none-match', 'if-range', 'range']

/** A file or rendition, for our own addresses that not everybody may fetch. */
export const fetchRendition = async ({
  client,
  extension,
  headers,
  ref,
  signal,
  transformation,
}: {
  client: Client
  ref: AssetRef
  transformation: string
  extension: string | null
  headers: Record<string, string>
  signal?: AbortSignal
}): Promise<Response> => {
  const steps = parseTransformation(transformation)
  if (steps === null) {
    throw driverProblem('storage_refused', 'This rendition is asked for in an unknown way.')
  }
  const passed = Object.entries(headers).filter(([name]) => PASSED.includes(name.toLowerCase()))
  const response = await fetchUnlocked({
    client,
    headers: Object.fromEntries(passed),
    signal,
    url: signedUrl({ account: client.account, extension, ref, transformation: steps }),
  })
  return asDecoded(response)
}

/** Waits while Cloudinary still makes the rendition (423), as long as patience lasts. */
const fetchUnlocked = async ({
  client,
  headers,
  signal,
  url,
}: {
  client: Client
  headers: Record<string, string>
  url: string
  signal?: AbortSignal
}): Promise<Response> => {
  const { patience } = client
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetchDelivered({
      client,
      headers: { ...headers, 'Accept-Encoding': 'identity' },
      signal,
      url,
    })
    const isWorthAnother = response.status === 423 || response.status >= 500
    if (!isWorthAnother || attempt >= patience.attempts) {
      return response
    }
    await response.body?.cancel()
    await waitBetween({ asked: secondsToWait(response.headers), attempt, patience, signal })
  }
}

/** fetch has undone the coding already; what its headers say of it would mislead the next reader. */
const asDecoded = (response: Response): Response => {
  if (!response.headers.has('content-encoding')) {
    return response
  }
  const headers = new Headers(response.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(response.body, { status: response.status, headers })
}

async function* piecesOf({
  body,
  signal,
}: {
  body: ReadableStream<Uint8Array>
  signal?: AbortSignal
}): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let isDone = false
  try {
    for (;;) {
      const next = await reader.read().catch((err: unknown) => {
        signal?.throwIfAborted()
        throw err instanceof Error && err.name === 'AbortError' ? stalled() : unreachable(err)
      })
      if (next.done) {
        isDone = true
        return
      }
      yield next.value
    }
  } finally {
    if (!isDone) {
      await reader.cancel().catch(() => undefined)
    }
  }
}

async function* cut(
  pieces: AsyncIterable<Uint8Array>,
  { end, start }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const piece of pieces) {
    const part = piece.subarray(Math.max(0, start - at), Math.max(0, end + 1 - at))
    at += piece.length
    if (part.length > 0) {
      yield part
    }
    if (at > end) {
      return
    }
  }
}

const wholeSize = ({ headers }: Response): number =>
  Number(/\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? headers.get('content-length'))

const problemOfDelivery = ({ headers, status }: Response): Error =>
  problemOfAnswer({ status, message: headers.get('x-cld-error') ?? '' })

const stillBeingMade = (): Error =>
  driverProblem(
    'storage_unreachable',
    'Cloudinary is still preparing this file. Try again in a few minutes.',
    { isPassing: true },
  )
