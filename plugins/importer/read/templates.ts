/**
 * Liquid, Nunjucks and Hugo: finds the calls in a Markdown source and replaces each by a mark that
 * Markdown takes for a letter. The marks become elements again in the parsed tree (`marks.ts`), so
 * a call works in a paragraph, a list, a table cell or inside raw HTML, and code keeps its source.
 */
import type { Remark } from '../types.ts'
import type { CallArguments, Lookup } from './template-arguments.ts'
import type { Tag } from './template-tags.ts'

import { readArguments } from './template-arguments.ts'
import {
  closingOf,
  codeRanges,
  findTags,
  isInside,
  isPairEnd,
  LOGIC,
  nextEnd,
  SILENT,
  VERBATIM,
} from './template-tags.ts'

export type TemplateCall = CallArguments & {
  name: string
  /** What stood in the file: put back where the call turns out to be inside code. */
  source: string
  /** The text between the opening and the closing tag of a call that keeps its text as it is. */
  content?: string
}

export type Templates = { text: string; calls: TemplateCall[]; remarks: Remark[] }

export const MARK_OPEN = '\uE000'
export const MARK_CLOSE = '\uE001'

const LOOPS = new Set(['for', 'tablerow', 'asyncEach', 'asyncAll', 'paginate'])
/** Their output is an address, so it may stand inside a link or an attribute. */
const ADDRESSES = new Set([
  'asset_path',
  'asset_url',
  'link',
  'post_url',
  'ref',
  'relref',
  'url',
  'asset',
])

export const readTemplates = ({
  fields,
  source,
}: {
  fields: Record<string, unknown>
  source: string
}): Templates => {
  const calls: TemplateCall[] = []
  const remarks: Remark[] = []
  const lookup = lookupIn(fields)
  const mark = (call: TemplateCall): string => {
    calls.push(call)
    return `${MARK_OPEN}${calls.length - 1}${MARK_CLOSE}`
  }
  // Marks in the source itself would be taken for ours.
  const clean = source.replace(/[\uE000\uE001]/g, '')
  const code = codeRanges(clean)
  let text = ''
  let at = 0
  const tags = findTags(clean)

  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index] as Tag
    if (tag.index < at) {
      continue
    }
    const isRaw =
      tag.name === 'raw' ||
      tag.name === 'verbatim' ||
      tag.name === 'endraw' ||
      tag.name === 'endverbatim'
    if (isInside(code, tag.index) && !isRaw) {
      continue
    }
    text += clean.slice(at, tag.index)
    at = tag.end

    if (tag.flavour === 'output') {
      text += readOutput({ lookup, mark, remarks, tag })
      continue
    }
    const isLoop = LOOPS.has(tag.name)
    if (VERBATIM.has(tag.name) || SILENT.has(tag.name) || isLoop) {
      const end = tag.isClosing ? undefined : closingOf(tags, index)
      if (end) {
        const content = clean.slice(tag.end, end.index)
        at = end.end
        if (isRaw) {
          text += content
        } else if (VERBATIM.has(tag.name)) {
          const call = {
            ...readArguments({ lookup, source: tag.rest }),
            content,
            name: tag.name,
            source: clean.slice(tag.index, end.end),
          }
          text += `\n\n${mark(call)}\n\n`
        } else if (isLoop) {
          remarks.push({ code: 'TEMPLATE_LOGIC', detail: tag.name })
        }
      } else if (isLoop) {
        remarks.push({ code: 'TEMPLATE_LOGIC', detail: tag.name })
      }
      continue
    }
    if (LOGIC.has(tag.name) || (tag.name.startsWith('end') && tag.flavour === 'tag')) {
      if (/^(elseif|elsif|else|when)$/.test(tag.name)) {
        // Only the first branch is kept: both together would say two contradicting things.
        at = nextEnd(tags, index)?.index ?? at
      } else if (tag.name === 'if' || tag.name === 'unless' || tag.name === 'case') {
        remarks.push({ code: 'TEMPLATE_LOGIC', detail: tag.name })
      }
      if (LOGIC.has(tag.name) || !isPairEnd(tags, index)) {
        continue
      }
    }
    if (isPairEnd(tags, index)) {
      text += '\n\n</div>\n\n'
      continue
    }
    if (tag.isClosing) {
      continue
    }
    const call: TemplateCall = {
      ...readArguments({ lookup, source: tag.rest }),
      name: tag.name,
      source: tag.source,
    }
    if (ADDRESSES.has(tag.name)) {
      text += (call.positional[0] ?? call.named['path'] ?? '').trim()
    } else if (closingOf(tags, index)) {
      const indent = /(^|\n)([ \t]*)$/.exec(text)?.[2] ?? ''
      calls.push(call)
      text += `\n\n${indent}<div data-call="${calls.length - 1}">\n\n`
    } else {
      text += mark(call)
    }
  }
  return { calls, remarks, text: text + clean.slice(at) }
}

const readOutput = ({
  lookup,
  mark,
  remarks,
  tag,
}: {
  lookup: Lookup
  mark: (call: TemplateCall) => string
  remarks: Remark[]
  tag: Tag
}): string => {
  const [expression = '', ...filters] = splitFilters(tag.inner)
  const literal = /^\s*(["'])([\s\S]*)\1\s*$/.exec(expression)?.[2]
  const name = expression.trim()
  for (const filter of filters) {
    const [, filterName = '', rest = ''] = /^\s*([\w-]+)\s*:?\s*([\s\S]*)$/.exec(filter) ?? []
    if (literal !== undefined && /^(embed|youtube|video|figure|image|img)$/.test(filterName)) {
      const { named, positional } = readArguments({ lookup, source: rest })
      return mark({
        name: filterName,
        named,
        positional: [literal, ...positional],
        source: tag.source,
      })
    }
  }
  if (literal !== undefined) {
    return literal
  }
  // `{{ image("x.jpg", "alt") }}`: a Nunjucks macro or an Eleventy function.
  const macro = /^([A-Za-z_][\w.]*)\(([\s\S]*)\)$/.exec(name)
  if (macro?.[1]) {
    return mark({
      ...readArguments({ lookup, source: macro[2] ?? '' }),
      name: macro[1],
      source: tag.source,
    })
  }
  const value = lookup(name)
  if (value !== undefined) {
    return value
  }
  if (!/^(site|config|pkg)\.|^(super|content|toc)\b/.test(name) && name !== '') {
    remarks.push({ code: 'TEMPLATE_VARIABLE', detail: name.slice(0, 80) })
  }
  return ''
}

const splitFilters = (expression: string): string[] =>
  expression.match(/(?:"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|[^|])+/g) ?? ['']

const lookupIn =
  (fields: Record<string, unknown>): Lookup =>
  (name) => {
    const path = name.replace(/^(page|post|data|include|\$?\.?Params|\.)\./i, '').split('.')
    if (/^site\./.test(name)) {
      return ''
    }
    let value: unknown = fields
    for (const part of path) {
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Record<string, unknown>)[part]
          : undefined
    }
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
