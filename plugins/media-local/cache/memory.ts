// The renditions that are asked for most, in memory: a page's pictures come again and again, and a disk
// takes longer than all the rest of such an answer.

export type Memory = {
  /** All of one file. */
  forget: (publicId: string) => void
  get: (key: string) => Uint8Array<ArrayBuffer> | null
  /** Larger ones than a share of the whole are not kept. */
  put: (key: string, bytes: Uint8Array<ArrayBuffer>) => void
}

/** Keys begin with the id of their file and a line break.
 *
 * @param maxBytes Of all together; what was not asked for longest goes first. */
export const memory = ({ maxBytes }: { maxBytes: number }): Memory => {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>()
  let size = 0
  return {
    forget: (publicId) => {
      for (const [key, { byteLength }] of kept) {
        if (key.startsWith(`${publicId}\n`)) {
          kept.delete(key)
          size -= byteLength
        }
      }
    },
    get: (key) => {
      const bytes = kept.get(key)
      if (!bytes) {
        return null
      }
      // A map keeps the order of insertion.
      kept.delete(key)
      kept.set(key, bytes)
      return bytes
    },
    put: (key, bytes) => {
      if (bytes.byteLength > maxBytes / 64 || kept.has(key)) {
        return
      }
      kept.set(key, bytes)
      size += bytes.byteLength
      for (const [oldest, { byteLength }] of kept) {
        if (size <= maxBytes) {
          return
        }
        kept.delete(oldest)
        size -= byteLength
      }
    },
  }
}
