// The tags of an answer for a CDN that can forget by them: Fastly reads `Surrogate-Key`, Cloudflare `Cache-Tag`.

/**
 * Bytes of both values. Fastly and Cloudflare take 16 KB, but so much is also all that Node's and nginx's clients take
 * of a response's headers, and there are others.
 */
const MOST_BYTES = 14 * 1024

/** Both name each tag; beyond their limit only the coarse ones are named, those that contain `:`. */
export const surrogateHeaders = (tags: readonly string[]): Record<string, string> => {
  const names = tags.map(nameOf)
  const named =
    sizeOf(names) <= MOST_BYTES ? names : thatFit(names.filter((one) => one.includes(':')))
  return named.length === 0
    ? {}
    : { 'surrogate-key': named.join(' '), 'cache-tag': named.join(',') }
}

/** Neither header can hold a blank or a comma in a name, nor more than ASCII: those are percent-encoded. */
const nameOf = (tag: string): string =>
  Buffer.from(tag)
    .toString()
    .replace(/[^!-+\--~]/gu, encodeURIComponent)
    .replaceAll(',', '%2C')

const sizeOf = (names: readonly string[]): number =>
  names.reduce((sum, { length }) => sum + 2 * (length + 1), 0)

/** `tenant:<id>` is short, and what matters most. */
const thatFit = (names: readonly string[]): string[] => {
  const fitting: string[] = []
  let bytes = 0
  for (const name of [...names].sort((a, b) => a.length - b.length)) {
    bytes += sizeOf([name])
    if (bytes > MOST_BYTES) {
      break
    }
    fitting.push(name)
  }
  return fitting
}
