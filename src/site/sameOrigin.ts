import { isOfHost } from '../http/origins.ts'

/** Forms are taken from our own pages only. Browsers say where a POST comes from; old ones say nothing. */
export const isSameOrigin = (headers: Headers): boolean => {
  const fetchSite = headers.get('sec-fetch-site')
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') {
    return false
  }
  const origin = headers.get('origin')
  return origin === null || isOfHost({ hostHeader: headers.get('host'), origin })
}
