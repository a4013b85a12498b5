// Random access to a file on disk.
import { open } from 'node:fs/promises'
import type { ByteReader } from './byteReader.ts'

export type FileReader = ByteReader & { close: () => Promise<void> }

/**
 * Opens the file for reading; the caller closes it. Only what is asked for is ever in memory.
 *
 * @throws the error of the file system, if there is no such file
 */
export const openFileReader = async (path: string): Promise<FileReader> => {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return {
      size,
      read: async (start, end) => {
        const length = Math.max(0, Math.min(end, size) - start)
        const bytes = new Uint8Array(length)
        let filled = 0
        while (filled < length) {
          const { bytesRead } = await handle.read(bytes, filled, length - filled, start + filled)
          if (bytesRead === 0) {
            break
          }
          filled += bytesRead
        }
        return bytes.subarray(0, filled)
      },
      close: () => handle.close(),
    }
  } catch (err) {
    await handle.close()
    throw err
  }
}

/** Opens, hands over, and closes, whatever happens in between. */
export const withFileReader = async <T>(
  path: string,
  read: (reader: ByteReader) => Promise<T>,
): Promise<T> => {
  const reader = await openFileReader(path)
  try {
    return await read(reader)
  } finally {
    await reader.close()
  }
}
