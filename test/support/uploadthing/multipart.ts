// Reads multipart/form-data whose one part is the file, onto the disk as it comes.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'

export type Received = {
  /** Bytes of the file on disk now. */
  size: number
  /** Whether the closing boundary came. */
  isWhole: boolean
}

/**
 * Appends the file's bytes at `offset`. What came before a dropped connection stays.
 *
 * @param stopAfter Ends the connection once so many bytes of the file came.
 * @throws a sentence when the body is something else.
 */
export const receiveFile = async ({
  offset,
  path,
  req,
  stopAfter = Infinity,
}: {
  offset: number
  path: string
  req: IncomingMessage
  stopAfter?: number
}): Promise<Received> => {
  const boundary = /boundary="?([^";]+)"?/.exec(req.headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) {
    throw new Error('Expected multipart/form-data')
  }
  const closing = Buffer.from(`\r\n--${boundary}--`)
  const file = await open(path, offset === 0 ? 'w' : 'r+')
  let size = offset
  let held = Buffer.alloc(0)
  let isInFile = false
  const write = async (bytes: Buffer): Promise<void> => {
    await file.write(bytes, 0, bytes.length, size)
    size += bytes.length
  }
  try {
    for await (const chunk of req) {
      held = Buffer.concat([held, chunk as Buffer])
      if (!isInFile) {
        const end = held.indexOf('\r\n\r\n')
        if (end === -1) {
          continue
        }
        const head = held.subarray(0, end).toString()
        if (!head.startsWith(`--${boundary}\r\n`) || !/name="file"/.test(head)) {
          throw new Error('File data must be the first and only part')
        }
        held = held.subarray(end + 4)
        isInFile = true
      }
      // The closing boundary, its final CRLF and nothing more can still be in what is held.
      const safe = held.length - closing.length - 2
      if (safe > 0) {
        await write(held.subarray(0, safe))
        held = held.subarray(safe)
      }
      if (size - offset >= stopAfter) {
        req.socket.destroy()
        return { size, isWhole: false }
      }
    }
  } catch (err) {
    if (!req.destroyed) {
      throw err
    }
    return { size, isWhole: false }
  } finally {
    const end = held.indexOf(closing)
    if (isInFile && end !== -1) {
      await write(held.subarray(0, end))
    }
    await file.close()
  }
  return { size, isWhole: held.includes(closing) }
}

export const md5OfFile = async (path: string): Promise<string> => {
  const hash = createHash('md5')
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}
