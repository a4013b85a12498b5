/** Front matter: YAML (---), TOML (+++) and JSON ({…}), and what can be saved of a broken one. */
import { parse as parseToml } from 'smol-toml'
import { isMap, parseDocument } from 'yaml'

import type { Remark } from '../types.ts'

import { keyOf } from './values.ts'

export type Fields = Record<string, unknown>

export type FrontMatter = {
  fields: Fields
  body: string
  /** False when the file has none at all. */
  hasFrontMatter: boolean
  remarks: Remark[]
}

export const splitFrontMatter = (text: string): FrontMatter => {
  const start = text.replace(/^\s*\n/, '')
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(start)
  if (fence) {
    const mark = fence[1] as '+++' | '---'
    const rest = start.slice(fence[0].length)
    // `...` also ends a YAML document.
    const end = new RegExp(
      `^(${mark === '---' ? '---|\\.\\.\\.' : '\\+\\+\\+'})[ \\t]*$`,
      'm',
    ).exec(rest)
    if (!end) {
      // A rule above text has none either; what looks like a field was meant as one.
      const remarks = /^[\w-]+[ \t]*[:=]/.test(rest) ? [broken('it does not end')] : []
      return { body: text, fields: {}, hasFrontMatter: false, remarks }
    }
    const source = rest.slice(0, end.index)
    const body = rest.slice(end.index + end[0].length)
    const { fields, remarks } = mark === '---' ? readYaml(source) : readToml(source)
    return { body, fields, hasFrontMatter: true, remarks }
  }
  if (start.startsWith('{\n') || start.startsWith('{"')) {
    return (
      readJson(start) ?? {
        body: text,
        fields: {},
        hasFrontMatter: false,
        remarks: [broken('JSON')],
      }
    )
  }
  const language = /^---(\w+)[ \t]*\n/.exec(start)?.[1]
  if (language) {
    return { body: text, fields: {}, hasFrontMatter: false, remarks: [broken(language)] }
  }
  return { body: text, fields: {}, hasFrontMatter: false, remarks: [] }
}

/** Reads YAML as far as it goes. Never throws. */
export const readYaml = (source: string): { fields: Fields; remarks: Remark[] } => {
  try {
    const document = parseDocument(source, { strict: false, uniqueKeys: false })
    const error = document.errors[0]
    if (!error) {
      const value: unknown = document.toJS({ maxAliasCount: 50 })
      return isFields(value)
        ? { fields: value, remarks: duplicatesIn(document) }
        : {
            fields: salvage(source),
            remarks: value === null || value === undefined ? [] : [broken()],
          }
    }
    // Quoted text that goes on at the margin: the YAML of most generators takes it, the standard does not.
    const joined = joinQuotedLines(source)
    if (joined !== source) {
      return readYaml(joined)
    }
    return { fields: salvage(source), remarks: [broken(firstLine(error.message))] }
  } catch (error) {
    return { fields: salvage(source), remarks: [broken(messageOf(error))] }
  }
}

/** Case does not matter in names of fields, so it does not make two of one either. */
const duplicatesIn = ({ contents }: { contents: unknown }): Remark[] => {
  const seen = new Set<string>()
  const names = isMap(contents) ? contents.items.map(({ key }) => String(key)) : []
  return names.flatMap((detail): Remark[] => {
    const isAgain = seen.has(keyOf(detail))
    seen.add(keyOf(detail))
    return isAgain ? [{ code: 'DUPLICATE_FIELD', detail }] : []
  })
}

const joinQuotedLines = (source: string): string =>
  source.replace(
    /^([A-Za-z_][\w-]*:[ \t]*)("(?:\\[\s\S]|[^"\\])*"|'(?:''|[^'])*')[ \t]*$/gm,
    (_, key: string, quoted: string) => key + quoted.replace(/\s*\n\s*/g, ' '),
  )

/** Data files may be a list; front matter may not. */
export const readYamlValue = (source: string): unknown => {
  try {
    return parseDocument(source, { strict: false, uniqueKeys: false }).toJS({ maxAliasCount: 50 })
  } catch {
    return undefined
  }
}

const readToml = (source: string): { fields: Fields; remarks: Remark[] } => {
  try {
    const fields = plain(parseToml(source)) as Fields
    // Hugo keeps a site's own fields under [params] and its taxonomies under [taxonomies].
    const { params, taxonomies, ...rest } = fields
    return {
      fields: {
        ...(isFields(params) ? params : {}),
        ...(isFields(taxonomies) ? taxonomies : {}),
        ...rest,
      },
      remarks: [],
    }
  } catch (error) {
    return { fields: salvage(source), remarks: [broken(messageOf(error))] }
  }
}

const readJson = (text: string): FrontMatter | null => {
  const end = closingBrace(text)
  if (end === -1) {
    return null
  }
  try {
    const fields: unknown = JSON.parse(text.slice(0, end + 1))
    return isFields(fields)
      ? { body: text.slice(end + 1), fields, hasFrontMatter: true, remarks: [] }
      : null
  } catch {
    return null
  }
}

const closingBrace = (text: string): number => {
  let depth = 0
  let isString = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (isString) {
      if (character === '\\') {
        index++
      } else if (character === '"') {
        isString = false
      }
    } else if (character === '"') {
      isString = true
    } else if (character === '{') {
      depth++
    } else if (character === '}' && --depth === 0) {
      return index
    }
  }
  return -1
}

/**
 * `key: value` and `key = value` lines at the margin, and `- item` lines under a key: enough to
 * keep the title and the client of a file whose front matter has one bad line.
 */
const salvage = (source: string): Fields => {
  const fields: Fields = {}
  const more = new Map<string, string[]>()
  let key = ''
  for (const line of source.split('\n')) {
    const pair = /^([A-Za-z_][\w-]*)[ \t]*[:=][ \t]*(.*)$/.exec(line)
    const item = /^[ \t]*-[ \t]+(.+)$/.exec(line)
    if (pair?.[1]) {
      key = pair[1]
      fields[key] = scalar(pair[2] ?? '')
    } else if (item?.[1] && key) {
      const existing = fields[key]
      if (Array.isArray(existing)) {
        existing.push(scalar(item[1]))
      } else {
        fields[key] = [scalar(item[1])]
      }
    } else if (key && /^[ \t]+\S/.test(line) && typeof fields[key] === 'string') {
      const lines = more.get(key) ?? [String(fields[key])]
      lines.push(line.trim())
      more.set(key, lines)
    }
  }
  for (const [name, lines] of more) {
    fields[name] = lines.join(' ').trim()
  }
  return fields
}

const scalar = (text: string): unknown => {
  const value = text.trim()
  if (value === 'true' || value === 'false') {
    return value === 'true'
  }
  if (/^\[.*\]$/.test(value)) {
    return value
      .slice(1, -1)
      .split(',')
      .map((part) => unquote(part.trim()))
      .filter(Boolean)
  }
  return unquote(value)
}

const unquote = (text: string): string => text.replace(/^(["'])([\s\S]*)\1$/, '$2')

/** TOML dates are objects of their own class; everything after this step is plain data. */
const plain = (value: unknown): unknown => {
  if (value instanceof Date) {
    return value.toISOString()
  }
  if (Array.isArray(value)) {
    return value.map(plain)
  }
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  }
  return typeof value === 'bigint' ? Number(value) : value
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const broken = (detail?: string): Remark => ({ code: 'BAD_FRONT_MATTER', detail })
const firstLine = (text: string): string => text.split('\n')[0] ?? ''
const messageOf = (error: unknown): string =>
  error instanceof Error ? firstLine(error.message) : String(error)
