// One spelling for each host, whatever was pasted.
import { parseUrl } from '../shared/parseUrl.ts'

/**
 * Lower case, without scheme, port, path or a trailing dot, and as DNS and browsers send it. What is no text, or no
 * host, is returned for the validator to refuse.
 *
 * @example normaliseHost('https://Bücher.example/') // 'xn--bcher-kva.example'
 */
export const normaliseHost = (value: unknown): unknown => {
  if (typeof value !== 'string') {
    return value
  }
  const host = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:?#].*$/, '')
  const written = /[^\u0000-\u007f]/.test(host) ? parseUrl(`http://${host}`)?.hostname : host
  return (written ?? host).replace(/\.$/, '')
}
