// Random access to bytes, wherever they are: in memory, behind a browser's File, on a disk.

/** Random access to a file's bytes. A read past the end returns what there is, possibly nothing. */
export type ByteReader = {
  /** Length of the file in bytes. */
  size: number
  read: (start: number, end: number /* exclusive */) => Promise<Uint8Array>
}

const WINDOW = 64 * 1024

/** Reads from bytes that are in memory already. Nothing is copied. */
export const readerOfBytes = (bytes: Uint8Array): ByteReader => ({
  size: bytes.byteLength,
  read: async (start, end) => bytes.subarray(Math.min(start, bytes.byteLength), end),
})

/** Reads from a Blob or File, in the browser and in Node. */
export const readerOfBlob = (blob: Blob): ByteReader => ({
  size: blob.size,
  read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
})

/**
 * The same bytes through a window of 64 KB, for code that reads a few of them at a time on its way
 * through a file.
 */
export const throughWindow = (reader: ByteReader): ByteReader => {
  let window: Uint8Array = new Uint8Array(0)
  let windowStart = 0
  const isInside = (start: number, end: number): boolean =>
    start >= windowStart && end <= windowStart + window.byteLength
  return {
    size: reader.size,
    read: async (start, requestedEnd) => {
      const end = Math.min(requestedEnd, reader.size)
      if (end <= start) {
        return new Uint8Array(0)
      }
      if (end - start > WINDOW / 2) {
        return reader.read(start, end)
      }
      if (!isInside(start, end)) {
        window = await reader.read(start, Math.min(start + WINDOW, reader.size))
        windowStart = start
      }
      return window.subarray(start - windowStart, end - windowStart)
    },
  }
}
