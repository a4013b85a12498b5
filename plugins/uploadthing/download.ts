// Fetches what UploadThing serves: the head of a file, or its bytes, whole or in part.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { ByteRange, OpenFile } from '../media/driver.ts'
import { driverProblem } from '../media/driverProblem.ts'
import { problemOfFetch, problemOfStatus, unreachable } from './problems.ts'

/** Size, type and ETag of a file; `null` when there is none at the address. */
export const headOf = async (
  url: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<Omit<OpenFile, 'body'> | null> => {
  try {
    const response = await ask(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) })
    return response && describe(response)
  } catch (err) {
    throw problemOfFetch(err)
  }
}

/** Whether anybody may fetch it: asked without a signature. */
export const isPublicAt = async (
  url: string,
  { timeoutMs }: { timeoutMs: number },
): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const { ok, status } = await fetch(url, { method: 'HEAD', redirect: 'error', signal })
    if (!ok && (status === 429 || status >= 500)) {
      throw problemOfStatus(status)
    }
    return ok
  } catch (err) {
    throw problemOfFetch(err)
  }
}

/**
 * @param timeoutMs Until the first byte.
 * @throws `storage_refused` when the range lies beyond the end.
 */
export const openAt = async (
  url: string,
  { range, signal, timeoutMs }: { range?: ByteRange; signal?: AbortSignal; timeoutMs: number },
): Promise<OpenFile | null> => {
  const late = new AbortController()
  const giveUp = () => late.abort(new DOMException('No first byte.', 'TimeoutError'))
  const timer = setTimeout(giveUp, timeoutMs)
  try {
    const response = await ask(url, {
      method: 'GET',
      headers: {
        // Otherwise sizes and ranges would be those of a compressed copy.
        'accept-encoding': 'identity',
        ...(range ? { range: `bytes=${range.start}-${range.end}` } : {}),
      },
      signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
    })
    if (response === null) {
      return null
    }
    if (range && response.status !== 206) {
      await response.body?.cancel()
      throw unreachable('it sent the whole file where a part was asked for')
    }
    const body = response.body
      ? Readable.fromWeb(response.body as ReadableStream)
      : Readable.from([])
    return { ...describe(response), body }
  } catch (err) {
    signal?.throwIfAborted()
    throw problemOfFetch(err)
  } finally {
    clearTimeout(timer)
  }
}

const ask = async (url: string, init: RequestInit): Promise<Response | null> => {
  const response = await fetch(url, { redirect: 'error', ...init })
  if (response.ok) {
    return response
  }
  await response.body?.cancel()
  if (response.status === 404 || response.status === 410) {
    return null
  }
  throw response.status === 416
    ? driverProblem('storage_refused', 'The file ends before the part that was asked for.')
    : problemOfStatus(response.status === 403 ? 401 : response.status)
}

const describe = ({ headers }: Response): Omit<OpenFile, 'body'> => {
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return {
    size: Number(whole ?? headers.get('content-length') ?? 0),
    mimeType: headers.get('content-type') ?? 'application/octet-stream',
    etag: (headers.get('etag') ?? '').replace(/^W\//, '').replaceAll('"', ''),
  }
}
