// Every request to Cloudinary goes through here: time limits, tries, and errors without secrets.
import { isDriverProblem, type DriverProblem } from '../../media/driverProblem.ts'
import type { CloudinaryAccount } from '../account.ts'
import { signedFields, type Params } from '../requestSignature.ts'
import type { Body } from './multipart.ts'
import { guardStalls, waitBetween, type Patience, type StallGuard } from './patience.ts'
import { problemOfAnswer, stalled, unreachable, unreadable } from './problems.ts'

export type Client = { account: CloudinaryAccount; patience: Patience }

/** What a JSON answer is until it has been looked at. */
export type Answer = Record<string, unknown>

/**
 * A signed call of the Upload API. All that is called here may be repeated: uploads never overwrite,
 * the rest describes a state.
 *
 * @param path After the cloud: `image/explicit`.
 * @throws Driver problems; the caller's own reason when `signal` ended it.
 */
export const callUpload = async ({
  client,
  params,
  path,
  signal,
}: {
  client: Client
  path: string
  params: Params
  signal?: AbortSignal
}): Promise<Answer> =>
  withTries({ client, signal }, () =>
    askOnce({
      client,
      url: apiUrl(client.account, path),
      signal,
      // Signed anew for each try: a signature is good for an hour.
      init: {
        method: 'POST',
        body: new URLSearchParams(signedFields({ account: client.account, params })),
      },
    }),
  )

/** A call of the Admin API, of which Cloudinary allows some hundreds an hour. */
export const callAdmin = async ({
  client,
  path,
  query = {},
  signal,
}: {
  client: Client
  path: string
  query?: Record<string, string>
  signal?: AbortSignal
}): Promise<Answer> =>
  withTries({ client, signal }, () =>
    askOnce({
      client,
      url: `${apiUrl(client.account, path)}?${new URLSearchParams(query).toString()}`,
      signal,
      init: { headers: { Authorization: basic(client.account) } },
    }),
  )

/** Sends a body that is read while it is sent; tried again by whoever can make it anew. */
export const sendBody = async ({
  body,
  client,
  headers = {},
  path,
  signal,
}: {
  client: Client
  path: string
  body: Body
  headers?: Record<string, string>
  signal?: AbortSignal
}): Promise<Answer> =>
  askOnce({
    client,
    url: apiUrl(client.account, path),
    signal,
    init: {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': body.contentType,
        'Content-Length': String(body.contentLength),
      },
    },
    pieces: body.pieces,
  })

/** Repeats what fails in passing, and only that. */
export const withTries = async <T>(
  { client, signal }: { client: Client; signal?: AbortSignal },
  work: () => Promise<T>,
): Promise<T> => {
  const { patience } = client
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (err) {
      if (!isDriverProblem(err) || !err.isPassing || attempt >= patience.attempts) {
        throw err
      }
      await waitBetween({ asked: retryAfter.get(err), attempt, patience, signal })
    }
  }
}

/** Seconds that the answer behind a problem asked to wait. */
const retryAfter = new WeakMap<DriverProblem, number>()

/**
 * A request for a delivered file. Resolves with whatever was answered, errors included.
 *
 * The body of the answer is guarded against stalling as well.
 */
export const fetchDelivered = async ({
  client,
  headers,
  method = 'GET',
  signal,
  url,
}: {
  client: Client
  url: string
  headers?: Record<string, string>
  method?: 'GET' | 'HEAD'
  signal?: AbortSignal
}): Promise<Response> => {
  const guard = guardStalls(client.patience.stall, signal)
  const response = await request({ guard, init: { headers, method }, signal, url })
  if (!response.body) {
    guard.stop()
    return response
  }
  const watched = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        guard.touch()
        controller.enqueue(piece)
      },
      flush: () => guard.stop(),
    }),
  )
  return new Response(watched, response)
}

export const secondsToWait = (headers: Headers): number => {
  const seconds = Number(headers.get('retry-after'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0
}

const apiUrl = (account: CloudinaryAccount, path: string): string =>
  `${account.apiBaseUrl}/v1_1/${account.cloudName}/${path}`

const basic = ({ apiKey, apiSecret }: CloudinaryAccount): string =>
  `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`

const askOnce = async ({
  client,
  init,
  pieces,
  signal,
  url,
}: {
  client: Client
  url: string
  init: RequestInit
  pieces?: () => AsyncIterable<Uint8Array>
  signal?: AbortSignal
}): Promise<Answer> => {
  const guard = guardStalls(client.patience.stall, signal)
  try {
    const body = pieces ? streamed(touching(pieces(), guard)) : {}
    const response = await request({ guard, init: { ...init, ...body }, signal, url })
    const answer = await readJson({ guard, response, signal })
    if (response.ok && !('error' in answer)) {
      return answer
    }
    const problem = problemOfAnswer({ status: response.status, message: messageOf(answer) })
    retryAfter.set(problem, secondsToWait(response.headers))
    throw problem
  } finally {
    guard.stop()
  }
}

const request = async ({
  guard,
  init,
  signal,
  url,
}: {
  guard: StallGuard
  init: RequestInit
  signal?: AbortSignal
  url: string
}): Promise<Response> => {
  try {
    return await fetch(url, { redirect: 'error', ...init, signal: guard.signal })
  } catch (err) {
    throw asProblem({ err, guard, signal })
  }
}

const readJson = async ({
  guard,
  response,
  signal,
}: {
  guard: StallGuard
  response: Response
  signal?: AbortSignal
}): Promise<Answer> => {
  let text: string
  try {
    text = await response.text()
  } catch (err) {
    throw asProblem({ err, guard, signal })
  }
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null) {
      return answer as Answer
    }
  } catch {
    // Not JSON: a proxy's page, for one.
  }
  if (response.ok) {
    throw unreadable()
  }
  return {}
}

const asProblem = ({
  err,
  guard,
  signal,
}: {
  err: unknown
  guard: StallGuard
  signal?: AbortSignal
}): unknown => {
  signal?.throwIfAborted()
  const source = sourceFailure(err)
  if (source) {
    return source
  }
  return guard.hasStalled() ? stalled() : unreachable(err)
}

/** Our own file could not be read while it was sent: no fault of the network, and no use in trying again. */
const sourceFailure = (err: unknown): Error | null => {
  for (let at = err; at instanceof Error; at = at.cause) {
    if (isDriverProblem(at)) {
      return at
    }
  }
  return null
}

/** Node's fetch reads a body from an iterable, which the types of browsers do not know. */
const streamed = (pieces: AsyncIterable<Uint8Array>): RequestInit =>
  ({ body: pieces, duplex: 'half' }) as unknown as RequestInit

async function* touching(
  pieces: AsyncIterable<Uint8Array>,
  guard: StallGuard,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    guard.touch()
    yield piece
  }
  guard.touch()
}

const messageOf = (answer: Answer): string => {
  const error = answer.error
  const message = typeof error === 'object' && error !== null && 'message' in error && error.message
  return typeof message === 'string' ? message : ''
}
