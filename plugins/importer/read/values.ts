/** Reads front matter values that may be a string, a list, an object, or Markdown in a string. */
import type { Fields } from './front-matter.ts'
import type { ImportedLink } from '../types.ts'

/** First value with any of the names; case, `-`, `_` and spaces in names do not matter. */
export const pick = (fields: Fields, ...names: string[]): unknown => {
  for (const name of names) {
    const key = Object.keys(fields).find((candidate) => keyOf(candidate) === keyOf(name))
    const value = key === undefined ? undefined : fields[key]
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      return value
    }
  }
  return undefined
}

export const keyOf = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '')

/** One line of plain text, Markdown and HTML marks gone. */
export const text = (value: unknown): string | undefined => {
  const raw = Array.isArray(value) ? value.find((item) => typeof item === 'string') : value
  if (isRecord(raw)) {
    return text(pick(raw, 'name', 'title', 'text', 'label', 'rendered'))
  }
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return undefined
  }
  return plainLine(String(raw)) || undefined
}

export const plainLine = (value: string): string =>
  value
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, '')
    .replace(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39|#8217|#8211|#8230);/g,
      (_, name: string) => ENTITIES[name] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim()

const ENTITIES: Record<string, string> = {
  '#39': "'",
  '#8211': '–',
  '#8217': '’',
  '#8230': '…',
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
}

/** A list of words, from a list, a comma-separated string or a single value. */
export const list = (value: unknown): string[] => {
  if (Array.isArray(value)) {
    return unique(value.flatMap((item) => text(item) ?? []))
  }
  if (isRecord(value)) {
    const name = text(value)
    return name ? [name] : []
  }
  const single = typeof value === 'string' ? value : undefined
  return single ? unique(single.split(/\s*[,;|]\s*/).flatMap((item) => text(item) ?? [])) : []
}

/** Names may hold commas ("Alcohol, Tobacco, Firearms and Explosives"): a string is one name. */
export const names = (value: unknown): string[] =>
  Array.isArray(value)
    ? unique(value.flatMap((item) => text(item) ?? []))
    : unique([text(value) ?? ''].filter(Boolean))

/** `[label](url)`, a bare address, `{label, url}`, or a list of any of them. */
export const links = (value: unknown, group: ImportedLink['group']): ImportedLink[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item) => links(item, group))
  }
  if (isRecord(value)) {
    const url = pick(value, 'url', 'href', 'link', 'src')
    return typeof url === 'string' && isWebAddress(url)
      ? [{ group, label: text(value) ?? hostOf(url), url }]
      : []
  }
  if (typeof value !== 'string') {
    return []
  }
  const marked = [...value.matchAll(/\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)]
  if (marked.length > 0) {
    return marked.flatMap(([, label = '', url = '']) =>
      isWebAddress(url) ? [{ group, label: plainLine(label) || hostOf(url), url }] : [],
    )
  }
  return isWebAddress(value.trim())
    ? [{ group, label: hostOf(value.trim()), url: value.trim() }]
    : []
}

/** @returns ISO 8601, or null when there is a value that is no date. */
export const date = (value: unknown): string | null | undefined => {
  if (value === undefined || value === null || value === '') {
    return undefined
  }
  if (value instanceof Date) {
    return written(value)
  }
  if (typeof value === 'number') {
    return value >= 1900 && value <= 2200
      ? `${value}-01-01T00:00:00.000Z`
      : value > 1e11
        ? written(new Date(value))
        : null
  }
  if (typeof value !== 'string') {
    return null
  }
  const source = value.trim()
  const day =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\.\d+)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?(?:\s*[A-Z]{3,4})?$/i.exec(
      source,
    )
  if (day) {
    const [, year, month, dayOfMonth, hour = '0', minute = '0', second = '0', zone = 'Z'] = day
    const iso = `${year}-${pad(month)}-${pad(dayOfMonth)}T${pad(hour)}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}${zoneOf(zone)}`
    return written(new Date(iso))
  }
  if (/^\d{4}(-\d{2})?$/.test(source)) {
    return written(new Date(`${source.length === 4 ? `${source}-01` : source}-01T00:00:00Z`))
  }
  // "May 3, 2021": the parser knows English month names; local time zones must not move the day.
  const parsed = new Date(/\d:\d\d/.test(source) ? source : `${source} UTC`)
  return /\d{4}/.test(source) ? written(parsed) : null
}

/** Years of four digits: others are written with a sign, and no field takes them. */
const written = (date: Date): string | null => {
  const year = date.getUTCFullYear()
  return year >= 0 && year <= 9999 ? date.toISOString() : null
}

const pad = (value = '0'): string => value.padStart(2, '0')

const zoneOf = (zone: string): string => {
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)
  return offset ? `${offset[1]}${pad(offset[2])}:${offset[3] ?? '00'}` : 'Z'
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

export const isWebAddress = (value: string): boolean =>
  /^(https?:\/\/|\/(?!\/)|mailto:)[^\s\\]+$/i.test(value) && isParsed(value)

/** `https://a b` and `https://[` look like URLs, and no browser follows them. */
const isParsed = (value: string): boolean => {
  try {
    return Boolean(new URL(value, 'https://here.invalid'))
  } catch {
    return false
  }
}

export const hostOf = (url: string): string => {
  try {
    const { hostname, pathname } = new URL(url)
    return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`.slice(0, 80)
  } catch {
    return url
  }
}

export const unique = <T>(values: T[]): T[] => [...new Set(values)]
