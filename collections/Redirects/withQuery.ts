// The query that a visitor came with goes along to where they are led.

/**
 * What the target says itself stays as it is, and wins over what the visitor brought under the same name.
 *
 * @param to A path or an absolute URL, perhaps with a query and a fragment of its own.
 * @param search Empty, or from the question mark on.
 * @example withQuery('/work?service=film#top', '?utm=x') // '/work?service=film&utm=x#top'
 */
export const withQuery = (to: string, search: string): string => {
  const [rest = '', ...fragment] = to.split('#')
  const [path = '', ...own] = rest.split('?')
  const taken = new Set(new URLSearchParams(own.join('?')).keys())
  const brought = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => {
      const [name] = new URLSearchParams(pair).keys()
      return name !== undefined && !taken.has(name)
    })
  const query = [...own, ...brought].join('&')
  return `${path}${query === '' ? '' : `?${query}`}${fragment.length > 0 ? `#${fragment.join('#')}` : ''}`
}
