// The places in an ordered list.

/**
 * Whether Payload can count on from it: one character that says how long the number is, the number, and perhaps a
 * fraction (fractional indexing, as in payload/dist/config/orderable). Not the first and the last lengths,
 * between which everything else has its place.
 */
export const isOrderKey = (key: unknown): boolean => {
  if (typeof key !== 'string' || !/^[1-9a-y][0-9a-z]{1,100}$/.test(key)) {
    return false
  }
  const head = key.charCodeAt(0)
  const length = head < 58 ? 59 - head : head - 95
  return key.length >= length && !(key.length > length && key.endsWith('0'))
}
