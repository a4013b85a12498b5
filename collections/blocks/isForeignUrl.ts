// Whether an address leads away from this installation.
import { parseUrl } from '../shared/parseUrl.ts'

/**
 * @param own Origins of this installation; every port and scheme of their hosts counts as ours.
 * @returns `false` also for what is no URL.
 */
export const isForeignUrl = ({ own, url }: { own: readonly string[]; url: string }): boolean => {
  const host = hostOf(url)
  return host !== null && own.every((origin) => hostOf(origin) !== host)
}

const hostOf = (url: string): string | null => parseUrl(url)?.hostname.replace(/\.$/, '') ?? null
