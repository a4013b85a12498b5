/** Compresses a text for whoever takes it. Fast settings, because pages are compressed on their way out. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Compressed = { body: Buffer; encoding: 'br' | 'gzip' | null }

/** @param accepted The request's `Accept-Encoding`. */
export const compress = ({ text, accepted }: { text: Buffer; accepted: string }): Compressed => {
  if (/\bbr\b/.test(accepted)) {
    return {
      body: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      encoding: 'br',
    }
  }
  return /\bgzip\b/.test(accepted)
    ? { body: gzipSync(text, { level: 6 }), encoding: 'gzip' }
    : { body: text, encoding: null }
}
