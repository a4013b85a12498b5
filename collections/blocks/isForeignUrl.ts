// Whether an address leads away from this installation.

/**
 * @param own Origins of this installation; every port and scheme of their hosts counts as ours.
 * @returns `false` also for what is no URL.
 */
export const isForeignUrl = ({ own, url }: { own: readonly string[]; url: string }): boolean => {
  const host = hostOf(url)
  return host !== null && own.every((origin) => hostOf(origin) !== host)
}

const hostOf = (url: string): string | null =>
  URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : null
