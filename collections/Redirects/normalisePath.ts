// One spelling for each address: a leading slash, no trailing one, no query.

/** @returns the value unchanged when it is not text. */
export const normalisePath = (value: unknown): unknown => {
  if (typeof value !== 'string') {
    return value
  }
  const path = value.trim().split(/[?#]/, 1)[0] ?? ''
  const rooted = path.startsWith('/') ? path : `/${path}`
  return rooted.length > 1 ? rooted.replace(/\/+$/, '') || '/' : rooted
}
