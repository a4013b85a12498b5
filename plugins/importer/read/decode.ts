/** Bytes to text: byte-order marks, line ends, and files that are not UTF-8. */

export type Decoded = { text: string; encoding: 'utf-8' | 'utf-16' | 'windows-1252' } | null

/**
 * @returns the text with `\n` line ends and no byte-order mark, or null when the bytes are not text.
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { encoding: 'utf-16', text: tidy(new TextDecoder('utf-16le').decode(bytes)) }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { encoding: 'utf-16', text: tidy(new TextDecoder('utf-16be').decode(bytes)) }
  }
  // Text never holds NUL; a file that does is an image or an archive with a wrong name.
  if (bytes.subarray(0, 8192).includes(0)) {
    return null
  }
  try {
    return {
      encoding: 'utf-8',
      text: tidy(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    }
  } catch {
    return { encoding: 'windows-1252', text: tidy(new TextDecoder('windows-1252').decode(bytes)) }
  }
}

const tidy = (text: string): string =>
  withoutControls(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))

/** Control characters come from pasted text; Postgres refuses NUL, XML refuses the rest. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

/** What a long text is read as, a piece at a time. */
export type PieceEncoding = 'utf-8' | 'utf-16be' | 'utf-16le' | 'windows-1252'

/** @returns the encoding that its first bytes name, or null when they are not text. */
export const encodingOf = (head: Uint8Array): PieceEncoding | null =>
  head[0] === 0xff && head[1] === 0xfe
    ? 'utf-16le'
    : head[0] === 0xfe && head[1] === 0xff
      ? 'utf-16be'
      : head.subarray(0, 8192).includes(0)
        ? null
        : 'utf-8'

/**
 * Like `decode`, for what is too long to be read at once. XML reads every line end as `\n` by itself.
 *
 * @throws TypeError when it is not UTF-8, though that was said
 */
export async function* decodePieces({
  encoding,
  pieces,
}: {
  encoding: PieceEncoding
  pieces: AsyncIterable<Uint8Array>
}): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  for await (const piece of pieces) {
    yield withoutControls(decoder.decode(piece, { stream: true }))
  }
  // A file that was cut off within a letter is still in the encoding that all before was.
}
