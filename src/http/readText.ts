// A body as text, up to a size. Text that is not UTF-8 would be stored with U+FFFD in the place of what was written.
import { isUtf8 } from 'node:buffer'
import { refusal } from './problem.ts'
import { readBytes } from './readBytes.ts'

/**
 * @returns `null` for one that is larger; see `readBytes`.
 * @throws a refusal of text that is not UTF-8.
 */
export const readText = async (args: Parameters<typeof readBytes>[0]): Promise<string | null> => {
  requirePlainText(args.raw.headers)
  const bytes = await readBytes(args)
  if (bytes) {
    requireUtf8(bytes)
  }
  return bytes?.toString('utf8') ?? null
}

/** @throws a refusal of bytes that would be read as something else. */
export const requireUtf8 = (bytes: Uint8Array): void => {
  if (!isUtf8(bytes)) {
    throw refusal({
      code: 'bad_request',
      detail: 'The body holds bytes that are not UTF-8. Encode all of its text as UTF-8.',
    })
  }
}

/** @throws a refusal of a body that says that it is compressed. */
export const requireUncompressed = (headers: Headers): void => {
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase()
  if (encoding !== '' && encoding !== 'identity') {
    throw refusal({
      code: 'unsupported_media_type',
      detail: `Bodies are read as they are. Send this one without “Content-Encoding: ${encoding.slice(0, 40)}”.`,
    })
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc8259#section-8.1 ASCII is UTF-8 as well. */
const CHARSETS = new Set(['', 'utf-8', 'utf8', 'us-ascii', 'ascii'])

/** @throws a refusal of a body that says that it is no UTF-8. */
export const requirePlainText = (headers: Headers): void => {
  requireUncompressed(headers)
  const [, charset = ''] =
    /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers.get('content-type') ?? '') ?? []
  if (!CHARSETS.has(charset.toLowerCase())) {
    throw refusal({
      code: 'unsupported_media_type',
      detail: `Text is read as UTF-8. Send it so, and not as “${charset.slice(0, 40)}”.`,
    })
  }
}
