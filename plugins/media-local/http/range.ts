// Range requests, one range at a time. https://www.rfc-editor.org/rfc/rfc9110#section-14
import type { ByteRange } from '../../media/driver.ts'

/**
 * @returns `null`: the whole file, also for several ranges and for what is no range at all, which a
 * server may ignore; `unsatisfiable`: 416.
 */
export const rangeOf = ({
  etag,
  headers,
  size,
}: {
  headers: Headers
  size: number
  etag: string
}): ByteRange | 'unsatisfiable' | null => {
  const condition = headers.get('if-range')
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get('range') ?? '') ?? []
  const isOutdated = condition !== null && condition.trim() !== etag
  if (first === undefined || last === undefined || isOutdated || (first === '' && last === '')) {
    return null
  }
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) {
    return null
  }
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export const isKnown = (headers: Headers, etag: string): boolean => {
  const known = headers.get('if-none-match')
  return (
    known !== null &&
    (known.trim() === '*' ||
      known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))
  )
}
