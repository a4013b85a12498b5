// A form with a file in it, read from the disk while it is sent.
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ByteRange, FileSource } from '../../media/driver.ts'
import { driverProblem } from '../../media/driverProblem.ts'

export type Body = {
  contentType: string
  contentLength: number
  pieces: () => AsyncIterable<Uint8Array>
}

/** @param range The part of the source that is sent. */
export const multipart = ({
  fields,
  fileName,
  range,
  source,
}: {
  fields: Record<string, string>
  fileName: string
  range: ByteRange
  source: FileSource
}): Body => {
  const boundary = `vitrine-${randomBytes(18).toString('hex')}`
  const head = Buffer.from(
    Object.entries(fields)
      .map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join('') +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName.replace(/[^A-Za-z0-9._-]/g, '_')}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const bytes = range.end - range.start + 1
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: head.length + bytes + tail.length,
    pieces: async function* () {
      yield head
      yield* readSource(source, range)
      yield tail
    },
  }
}

/**
 * The bytes of a range, never more than some hundred kilobytes of a file at once.
 *
 * @throws `storage_refused` when the file is gone or shorter than it was said to be.
 */
export async function* readSource(
  source: FileSource,
  range: ByteRange = { start: 0, end: source.size - 1 },
): AsyncGenerator<Uint8Array> {
  const wanted = range.end - range.start + 1
  if (wanted <= 0) {
    return
  }
  if ('data' in source) {
    yield source.data.subarray(range.start, range.end + 1)
    return
  }
  let sent = 0
  try {
    const file = createReadStream(source.path, { ...range, highWaterMark: 256 * 1024 })
    for await (const piece of file as AsyncIterable<Buffer>) {
      sent += piece.length
      yield piece
    }
  } catch (err) {
    throw unreadableSource(err)
  }
  if (sent !== wanted) {
    throw unreadableSource(new Error('shorter than expected'))
  }
}

const unreadableSource = (cause: unknown): Error =>
  driverProblem(
    'storage_refused',
    'The file could not be read on the server while it was being stored. Upload it again.',
    { cause },
  )
