// Paths as they stand in a request, before anybody decodes them.

/**
 * The path and the query of a request target, as they were sent.
 *
 * `new URL('//evil.test/x', base)` would take the first segment for a host, so it is not asked.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-request-target
 */
export const splitTarget = (target: string): { pathname: string; search: string } => {
  const own = /^https?:\/\/[^/?#]*/i.exec(target)?.[0] ?? ''
  const [path = '', ...query] = target.slice(own.length).split('#', 1)[0]!.split('?')
  // Dots are resolved as the URL standard has it, with a first segment that cannot be a host.
  const resolved = new URL(`http://internal/.${path.startsWith('/') ? path : `/${path}`}`).pathname
  return { pathname: resolved, search: query.length > 0 ? `?${query.join('?')}` : '' }
}

/** The segments of a path, decoded once. Null when an encoding is malformed. */
export const decodeSegments = (pathname: string): string[] | null => {
  try {
    return pathname.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return null
  }
}

/** Says which parameter of a query has a malformed encoding; undefined where none has. */
export const malformedParameterIn = (query: string): string | undefined => {
  const parameters = query.replace(/^\?/, '').split('&')
  const [name] = parameters.find((parameter) => !isDecodable(parameter))?.split('=') ?? []
  return name === undefined
    ? undefined
    : `“${(isDecodable(name) ? decodeURIComponent(name) : name).slice(0, 80)}” is malformed. ${MALFORMED_URL}`
}

export const isDecodable = (text: string): boolean => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

export const isApiPath = (pathname: string): boolean =>
  pathname === '/api' || pathname.startsWith('/api/')

/** What a refusal of a malformed path says. */
export const MALFORMED_URL =
  'A percent sign begins two hexadecimal digits of UTF-8. Write %25 for the sign itself.'
