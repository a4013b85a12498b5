// Sends a file to UploadThing's ingest, streamed from the disk. The SDK's `uploadFiles` would choose
// the key itself, and writes signed addresses into the log when it fails.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { FileSource } from '../media/driver.ts'
import { problemOfFetch, problemOfStatus, unreachable } from './problems.ts'

/**
 * PUTs the file as UploadThing's SDK does: multipart/form-data with the one part `file`.
 *
 * @param timeoutMs How long nothing may move, neither of the file nor of the answer.
 * @returns MD5 of the content as UploadThing counted it, 32 hex digits; `null` when it does not say.
 */
export const upload = async ({
  mimeType,
  name,
  signal,
  source,
  timeoutMs,
  url,
}: {
  mimeType: string
  name: string
  signal?: AbortSignal
  source: FileSource
  timeoutMs: number
  url: string
}): Promise<string | null> => {
  const idle = idleTimer(timeoutMs)
  const boundary = `vitrine-${randomBytes(16).toString('hex')}`
  const head = Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(name)}"\r\nContent-Type: ${oneLine(mimeType)}\r\n\r\n`,
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  try {
    const response = await fetch(url, {
      method: 'PUT',
      body: multipart({ head, source, tail, touch: idle.touch }) as unknown as BodyInit,
      duplex: 'half',
      headers: {
        'content-length': String(head.length + source.size + tail.length),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        range: 'bytes=0-',
      },
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, idle.signal]) : idle.signal,
    } as RequestInit)
    const answer = await response.text()
    if (!response.ok) {
      throw problemOfStatus(response.status, answer)
    }
    return hashOf(answer)
  } catch (err) {
    signal?.throwIfAborted()
    throw problemOfFetch(err)
  } finally {
    idle.end()
  }
}

const multipart = async function* ({
  head,
  source,
  tail,
  touch,
}: {
  head: Buffer
  source: FileSource
  tail: Buffer
  touch: () => void
}): AsyncGenerator<Uint8Array> {
  yield head
  for await (const chunk of bytesOf(source)) {
    touch()
    // An empty chunk would keep fetch waiting for ever.
    if (chunk.length > 0) {
      yield chunk
    }
  }
  touch()
  yield tail
}

/** The bytes of a source, in pieces that fit in memory. */
export const bytesOf = (source: FileSource): AsyncIterable<Uint8Array> =>
  'path' in source
    ? (createReadStream(source.path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>)
    : Readable.from([source.data], { objectMode: true })

const hashOf = (answer: string): string | null => {
  try {
    const { fileHash } = JSON.parse(answer) as { fileHash?: unknown }
    return typeof fileHash === 'string' && /^[0-9a-f]{32}$/i.test(fileHash)
      ? fileHash.toLowerCase()
      : null
  } catch {
    throw unreachable('its answer is none that it is documented to give')
  }
}

const idleTimer = (
  timeoutMs: number,
): { signal: AbortSignal; touch: () => void; end: () => void } => {
  const controller = new AbortController()
  const giveUp = () => controller.abort(new DOMException('Nothing moved.', 'TimeoutError'))
  const timer = setTimeout(giveUp, timeoutMs)
  return { signal: controller.signal, touch: () => timer.refresh(), end: () => clearTimeout(timer) }
}

/** As browsers write a name into a part's header. @see https://html.spec.whatwg.org/#multipart-form-data */
const quoted = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')

const oneLine = (text: string): string => text.replace(/[\r\n]/g, ' ')
