// Changes to a file as a list of replaced ranges, so that a large one is copied, never held.

/** Replace [start, end) of the original by these bytes. */
export type Edit = { start: number; end: number; bytes: Uint8Array }

const NOTHING = new Uint8Array(0)

/** Shared by all edits that blank out, so that even a gigabyte of zeros costs one block. */
const ZEROS = new Uint8Array(256 * 1024)

/** Take a range out. */
export const removal = (start: number, end: number): Edit => ({ start, end, bytes: NOTHING })

/** Overwrite a range with zeros, in place. */
export const blanking = (start: number, end: number): Edit[] => {
  const edits: Edit[] = []
  for (let at = start; at < end; at += ZEROS.byteLength) {
    const stop = Math.min(at + ZEROS.byteLength, end)
    edits.push({ start: at, end: stop, bytes: ZEROS.subarray(0, stop - at) })
  }
  return edits
}

/** In order of the file; of edits that overlap, as hostile files can make them, the first stays. */
export const inOrder = (edits: readonly Edit[]): Edit[] => {
  const sorted = edits
    .filter(({ bytes, end, start }) => end > start || bytes.byteLength > 0)
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let at = 0
  return sorted.filter(({ end, start }) => {
    const isFree = start >= at
    at = isFree ? end : at
    return isFree
  })
}

/** How the file's length changes, in bytes. */
export const lengthChange = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { bytes, end, start }) => sum + bytes.byteLength - (end - start), 0)

/** The parts of the result in order: ranges of the original, and new bytes. */
export const partsOf = (
  edits: readonly Edit[],
  size: number,
): ({ start: number; end: number } | Uint8Array)[] => {
  const parts: ({ start: number; end: number } | Uint8Array)[] = []
  let at = 0
  for (const { bytes, end, start } of edits) {
    if (start > at) {
      parts.push({ start: at, end: start })
    }
    if (bytes.byteLength > 0) {
      parts.push(bytes)
    }
    at = end
  }
  if (at < size) {
    parts.push({ start: at, end: size })
  }
  return parts
}

/** The edited file, as a Blob that refers to the original's bytes. */
export const applyEditsToBlob = (blob: Blob, edits: readonly Edit[]): Blob =>
  new Blob(
    partsOf(edits, blob.size).map((part) =>
      part instanceof Uint8Array ? new Uint8Array(part) : blob.slice(part.start, part.end),
    ),
    { type: blob.type },
  )

/** The edited file, in memory. */
export const applyEditsToBytes = (bytes: Uint8Array, edits: readonly Edit[]): Uint8Array => {
  const result = new Uint8Array(bytes.byteLength + lengthChange(edits))
  let at = 0
  for (const part of partsOf(edits, bytes.byteLength)) {
    const piece = part instanceof Uint8Array ? part : bytes.subarray(part.start, part.end)
    result.set(piece, at)
    at += piece.byteLength
  }
  return result
}
