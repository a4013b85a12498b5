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
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    // Control characters come from pasted text; Postgres refuses NUL, XML refuses the rest.

    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
