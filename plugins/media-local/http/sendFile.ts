// A file on disk as an answer: conditions, ranges, and a body that is read as fast as it is taken.
import { open, type FileHandle } from 'node:fs/promises'
import { mediaProblem } from '../problem.ts'
import { isKnown, rangeOf } from './range.ts'

/** Up to here a file is read at once: cheaper than a stream, and small beside what a request costs. */
const WHOLE_UP_TO = 256 * 1024
const CHUNK = 256 * 1024

/** Takes over the handle, and closes it in every case. */
export const sendFile = async ({
  etag,
  handle,
  headers: given,
  onWhole,
  request,
  size,
}: {
  request: Request
  handle: FileHandle
  size: number
  /** With its quotes. */
  etag: string
  headers: Record<string, string>
  /** Told the bytes when the whole file was read at once. */
  onWhole?: (bytes: Uint8Array<ArrayBuffer>) => void
}): Promise<Response> => {
  let isHandedOver = false
  try {
    if (isKnown(request.headers, etag)) {
      return notModified({ etag, headers: given })
    }
    const headers: Record<string, string> = { ...given, 'accept-ranges': 'bytes', etag }
    const range = rangeOf({ etag, headers: request.headers, size })
    if (range === 'unsatisfiable') {
      throw mediaProblem('range_not_satisfiable', 'The range lies outside the file.', {
        headers: { 'accept-ranges': 'bytes', 'content-range': `bytes */${size}` },
      })
    }
    const { end, start } = range ?? { start: 0, end: size - 1 }
    const length = end - start + 1
    headers['content-length'] = String(length)
    if (range) {
      headers['content-range'] = `bytes ${start}-${end}/${size}`
    }
    const status = range ? 206 : 200
    if (request.method === 'HEAD' || length === 0) {
      return new Response(null, { status, headers })
    }
    if (length <= WHOLE_UP_TO) {
      const bytes = await readPart({ handle, length, start })
      if (!range) {
        onWhole?.(bytes)
      }
      return new Response(bytes, { status, headers })
    }
    isHandedOver = true
    return new Response(streamPart({ end, handle, start }), { status, headers })
  } finally {
    if (!isHandedOver) {
      await handle.close()
    }
  }
}

/** What is in memory already. */
export const sendBytes = ({
  bytes,
  etag,
  headers,
}: {
  bytes: Uint8Array<ArrayBuffer>
  etag: string
  headers: Record<string, string>
}): Response =>
  new Response(bytes, {
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(bytes.byteLength),
      etag,
    },
  })

export const notModified = ({
  etag,
  headers,
}: {
  etag: string
  headers: Record<string, string>
}): Response => {
  const { 'content-type': _type, 'content-disposition': _disposition, ...kept } = headers
  return new Response(null, { status: 304, headers: { ...kept, etag } })
}

/** @throws `file_not_found` */
export const openFile = async (
  file: string,
): Promise<{ handle: FileHandle; size: number; modified: number }> => {
  try {
    const handle = await open(file, 'r')
    const { mtimeMs, size } = await handle.stat()
    return { handle, size, modified: Math.floor(mtimeMs) }
  } catch (err) {
    const { code } = err as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw notFound()
    }
    throw err
  }
}

export const notFound = () => mediaProblem('file_not_found', 'There is no such file.')

const readPart = async ({
  handle,
  length,
  start,
}: {
  handle: FileHandle
  start: number
  length: number
}): Promise<Uint8Array<ArrayBuffer>> => {
  const buffer = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await handle.read(buffer, at, length - at, start + at)
    if (bytesRead === 0) {
      throw new Error('The file became shorter while it was read.')
    }
    at += bytesRead
  }
  return buffer
}

const streamPart = ({
  end,
  handle,
  start,
}: {
  handle: FileHandle
  start: number
  end: number
}): ReadableStream<Uint8Array> => {
  let at = start
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const length = Math.min(CHUNK, end - at + 1)
          controller.enqueue(await readPart({ handle, length, start: at }))
          at += length
          if (at > end) {
            controller.close()
            await handle.close()
          }
        } catch (err) {
          controller.error(err)
          await handle.close().catch(() => undefined)
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  )
}
