/** Compresses a text for whoever takes it. Fast settings, because pages are compressed on their way out. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Compressed = { body: Buffer; encoding: 'br' | 'gzip' | null }

/** @param accepted The request's `Accept-Encoding`. */
export const compress = ({ text, accepted }: { text: string; accepted: string }): Compressed => {
  const bytes = Buffer.from(text)
  if (/\bbr\b/.test(accepted)) {
    return {
      body: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      encoding: 'br',
    }
  }
  return /\bgzip\b/.test(accepted)
    ? { body: gzipSync(bytes, { level: 6 }), encoding: 'gzip' }
    : { body: bytes, encoding: null }
}
