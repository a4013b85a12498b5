/** Forms are taken from our own pages only. Browsers say where a POST comes from; `Origin` is absent in old ones. */
export const isSameOrigin = (headers: Headers): boolean => {
  const fetchSite = headers.get('sec-fetch-site')
  if (fetchSite) {
    return fetchSite === 'same-origin' || fetchSite === 'none'
  }
  const origin = headers.get('origin')
  if (!origin || origin === 'null') {
    return origin === null
  }
  try {
    return new URL(origin).host === (headers.get('x-forwarded-host') ?? headers.get('host'))
  } catch {
    return false
  }
}
