/** Addresses and names: slugs, old paths, handles. */

/** Letters that Unicode decomposition leaves whole, and the two German conventions it gets wrong. */
const SPELLED_OUT: Record<string, string> = {
  ß: 'ss',
  ä: 'ae',
  å: 'a',
  æ: 'ae',
  ð: 'd',
  ö: 'oe',
  ø: 'o',
  ü: 'ue',
  þ: 'th',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
}
const LONGEST_SLUG = 80

/** Lower-case letters and digits of any script, joined by single hyphens. Empty when there are none. */
export const slugify = (text: string): string => {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæœøåłđðþı]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const cut = slug.slice(0, LONGEST_SLUG + 1)
  return slug.length <= LONGEST_SLUG
    ? slug
    : cut.slice(0, Math.max(cut.lastIndexOf('-'), LONGEST_SLUG / 2)).replace(/-+$/, '')
}

/** `2014-12-23-hub.md` → date and `hub`; `acme/index.md` → `acme`. */
export const nameOfFile = (path: string): { name: string; date?: string } => {
  const parts = path.split('/')
  const file = (parts.pop() ?? path).replace(/\.[a-z]+$/i, '').replace(/\.(md|html)$/i, '')
  const base =
    /^_?index(\.[a-z]{2})?$/i.test(file) && parts.length > 0 ? (parts.pop() ?? file) : file
  const dated = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_ ](.+)$/.exec(base)
  return dated
    ? {
        date: `${dated[1]}-${dated[2]?.padStart(2, '0')}-${dated[3]?.padStart(2, '0')}`,
        name: dated[4] ?? base,
      }
    : { name: base.replace(/^\d{1,3}[-_. ](?=\D)/, '') }
}

/** `a-dashboard_for` → `A dashboard for`. */
export const humanise = (text: string): string => {
  const words = text.replace(/[-_]+/g, ' ').replace(/\s+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * A path on the old site, as it is stored in a redirect: begins with '/', no query, no trailing slash.
 * @returns null for anything that is not a path of one's own site.
 */
export const oldAddress = (value: string): string | null => {
  let path = value.trim()
  if (/^https?:\/\//i.test(path)) {
    try {
      path = new URL(path).pathname
    } catch {
      return null
    }
  }
  if (path === '' || /^[a-z]+:/i.test(path) || path.startsWith('//') || /[\s<>{}]/.test(path)) {
    return null
  }
  path = `/${path}`
    .replace(/[?#].*$/, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/i, '/')
  path = path.length > 1 ? path.replace(/\/+$/, '') : path
  return path === '/' || path.length > 500 || path.split('/').includes('..') ? null : path
}

/** For comparing addresses only: no case, no `.html`, no trailing slash. */
export const addressKey = (path: string): string => {
  let decoded = path
  try {
    decoded = decodeURI(path)
  } catch {
    // A stray % is part of the address as it stands.
  }
  return (
    decoded
      .replace(/[?#].*$/, '')
      .replace(/\.html?$/i, '')
      .replace(/\/+$/, '')
      .toLowerCase() || '/'
  )
}
