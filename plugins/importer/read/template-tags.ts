/** Finds template tags in a source and which of them open and close one another. */

export type Tag = {
  flavour: 'output' | 'shortcode' | 'tag'
  inner: string
  index: number
  end: number
  isClosing: boolean
  isSelfClosing: boolean
  name: string
  rest: string
  source: string
}

/** Kept word for word up to their end tag. */
export const VERBATIM = new Set([
  'code',
  'codeblock',
  'highlight',
  'mermaid',
  'raw',
  'verbatim',
  'katex',
])
/** Everything up to their end tag is left out. */
export const SILENT = new Set([
  'capture',
  'comment',
  'javascript',
  'macro',
  'schema',
  'style',
  'stylesheet',
])
export const LOGIC = new Set([
  'assign',
  'block',
  'break',
  'call',
  'case',
  'continue',
  'cycle',
  'decrement',
  'else',
  'elseif',
  'elsif',
  'extends',
  'filter',
  'from',
  'if',
  'import',
  'increment',
  'layout',
  'paginate',
  'set',
  'tablerow',
  'unless',
  'when',
  'with',
  'cache',
  'ifchanged',
  'autoescape',
])
/** Matching ends to openings is quadratic; no page that people wrote comes near this. */
const MOST_TAGS = 4000

const OPENERS: Array<{ open: string; close: string; flavour: Tag['flavour'] | 'remark' }> = [
  { close: '>}}', flavour: 'shortcode', open: '{{<' },
  { close: '%}}', flavour: 'shortcode', open: '{{%' },
  { close: '%}', flavour: 'tag', open: '{%' },
  { close: '}}', flavour: 'output', open: '{{' },
  { close: '#}', flavour: 'remark', open: '{#' },
]

export const findTags = (text: string): Tag[] => {
  const tags: Tag[] = []
  let at = 0
  for (;;) {
    const index = text.indexOf('{', at)
    if (index === -1 || tags.length >= MOST_TAGS) {
      return tags
    }
    const kind = OPENERS.find(({ open }) => text.startsWith(open, index))
    // `## Title {#id}` is an anchor, not a Nunjucks comment.
    const isAnchor =
      kind?.flavour === 'remark' && /^\{#[\w-]+\}/.test(text.slice(index, index + 80))
    const end =
      kind && !isAnchor ? endOf({ close: kind.close, from: index + kind.open.length, text }) : -1
    if (!kind || end === -1) {
      at = index + 1
      continue
    }
    at = end + kind.close.length
    const source = text.slice(index, at)
    const inner = text.slice(index + kind.open.length, end)
    // Hugo escapes a shortcode that it shows: {{</* figure */>}}.
    if (/^\s*\/\*/.test(inner)) {
      continue
    }
    const trimmed = inner.replace(/^-|-$/g, '').trim()
    if (kind.flavour === 'output' && /^[#/>^!]/.test(trimmed)) {
      // Handlebars or a component's own syntax: left out like any logic.
      tags.push({
        end: at,
        flavour: 'tag',
        index,
        inner,
        isClosing: true,
        isSelfClosing: false,
        name: 'if',
        rest: '',
        source,
      })
      continue
    }
    const [, slash = '', word = '', rest = ''] =
      /^(\/?)\s*([^\s,(=]*)\s*,?\s*([\s\S]*)$/.exec(trimmed) ?? []
    const isInclude =
      /^(include|include_relative|include_cached|render|partial|renderTemplate|component)$/.test(
        word,
      )
    const call = isInclude ? includeName(rest) : { name: word, rest }
    tags.push({
      end: at,
      flavour: kind.flavour === 'remark' ? 'tag' : kind.flavour,
      index,
      inner: trimmed,
      isClosing: slash === '/' || kind.flavour === 'remark',
      isSelfClosing: /\/$/.test(trimmed),
      name: call.name,
      rest: call.rest.replace(/\/$/, ''),
      source,
    })
  }
}

const includeName = (rest: string): { name: string; rest: string } => {
  const [whole = '', quoted, bareName] = /^\s*(?:["']([^"']+)["']|([^\s,]+))\s*,?/.exec(rest) ?? []
  return { name: quoted ?? bareName ?? 'include', rest: rest.slice(whole.length) }
}

/** The end outside quotes; when quotes do not match up, the first end there is. */
const endOf = ({ close, from, text }: { close: string; from: number; text: string }): number => {
  const plainEnd = text.indexOf(close, from)
  if (plainEnd === -1 || plainEnd - from > 20_000) {
    return -1
  }
  let quote = ''
  for (let index = from; index < text.length && index < from + 20_000; index++) {
    const character = text[index] as string
    if (quote) {
      if (character === '\\') {
        index++
      } else if (character === quote) {
        quote = ''
      }
    } else if (text.startsWith(close, index)) {
      return index
    } else if (
      (character === '"' || character === "'") &&
      /[\s:=(,{<%|]/.test(text[index - 1] ?? ' ')
    ) {
      quote = character
    }
  }
  return plainEnd
}

const closesTag = (closing: Tag, name: string): boolean =>
  closing.flavour === 'shortcode'
    ? closing.isClosing && closing.name === name
    : closing.name === `end${name}` || (closing.isClosing && closing.name === name)

export const closingOf = (tags: Tag[], index: number): Tag | undefined => {
  const tag = tags[index] as Tag
  if (tag.isClosing || tag.isSelfClosing || tag.flavour === 'output') {
    return undefined
  }
  let depth = 0
  for (let next = index + 1; next < tags.length; next++) {
    const other = tags[next] as Tag
    if (closesTag(other, tag.name)) {
      if (depth-- === 0) {
        return other
      }
    } else if (
      other.name === tag.name &&
      other.flavour === tag.flavour &&
      !VERBATIM.has(tag.name)
    ) {
      depth++
    }
  }
  return undefined
}

export const isPairEnd = (tags: Tag[], index: number): boolean => {
  const tag = tags[index] as Tag
  const name = tag.isClosing ? tag.name : tag.name.startsWith('end') ? tag.name.slice(3) : null
  if (!name || LOGIC.has(name) || VERBATIM.has(name) || SILENT.has(name)) {
    return false
  }
  let depth = 0
  for (let previous = index - 1; previous >= 0; previous--) {
    const other = tags[previous] as Tag
    if (closesTag(other, name)) {
      depth++
    } else if (other.name === name && !other.isClosing && !other.isSelfClosing && depth-- === 0) {
      return true
    }
  }
  return false
}

export const nextEnd = (tags: Tag[], index: number): Tag | undefined => {
  let depth = 0
  for (let next = index + 1; next < tags.length; next++) {
    const { name } = tags[next] as Tag
    if (/^(if|unless|case|for)$/.test(name)) {
      depth++
    } else if (/^end(if|unless|case|for)$/.test(name) && depth-- === 0) {
      return tags[next]
    }
  }
  return undefined
}

/** Fenced blocks and code spans: nothing in them is a call. */
export const codeRanges = (text: string): Array<[number, number]> => {
  const ranges: Array<[number, number]> = []
  const fences = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?![\s\S]))/gm
  for (const match of text.matchAll(fences)) {
    ranges.push([match.index, match.index + match[0].length])
  }
  for (const match of text.matchAll(/(?<!`)(`{1,2})(?!`)(?:[^`\n]|(?!\1)`)+?\1(?!`)/g)) {
    ranges.push([match.index, match.index + match[0].length])
  }
  return ranges
}

export const isInside = (ranges: Array<[number, number]>, index: number): boolean =>
  ranges.some(([from, to]) => index >= from && index < to)
