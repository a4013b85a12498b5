// The host that a request names, as src/http/host.ts reads it from a raw one.

/** Without its port, lower case. `X-Forwarded-Host` counts only behind our own proxy. */
export const requestHost = (
  headers: Headers,
  trustProxy = process.env.TRUST_PROXY === '1',
): string => {
  const named = (trustProxy ? headers.get('x-forwarded-host') : null) ?? headers.get('host') ?? ''
  return (named.split(',')[0] ?? '').trim().toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}
