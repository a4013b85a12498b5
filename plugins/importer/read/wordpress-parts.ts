/**
 * A WordPress export, piece by piece: it is never whole in memory. Each entry is taken out and parsed by itself,
 * so a damaged one says so and harms none of the others; what stands around the entries is parsed as it passes.
 */
import { SaxesParser } from 'saxes'

import type { Item } from './wordpress-items.ts'

import { isUnknownEntity, itemBuilder, parseItem, sentenceOf } from './wordpress-xml.ts'

export type ExportPart =
  | { kind: 'entry'; index: number; item: Item }
  | {
      kind: 'damaged'
      index: number
      label: string
      problem: 'broken' | 'cut' | 'large'
      why: string
    }
  /** The last part: what stands around the entries, with the first thing that is wrong with it. */
  | { kind: 'frame'; channel: Item | null; isCut: boolean; why: string | undefined }

const CDATA = '<![CDATA['
const COMMENT = '<!--'
/** What begins and ends an entry, and what may only look like it. */
const MARK = /<!\[CDATA\[|<!--|<item(?=[\s/>])|<\/item\s{0,8}>/g
/** No mark is longer, so that one that two pieces share is found. */
const LONGEST_MARK = 16
/** Enough of an entry that is too large to say which one it is. */
const HEAD = 4_000

/** Fields of the channel that say something about the site. */
const WANTED = new Set(['link', 'wp:author', 'wp:base_blog_url', 'wp:base_site_url'])

/**
 * @param text The export, decoded, in pieces of any length.
 * @param most Characters of one entry.
 */
export async function* exportParts({
  most,
  text,
}: {
  most: number
  text: AsyncIterable<string>
}): AsyncGenerator<ExportPart> {
  const frame = frameReader()
  let entry: { from: number; length: number; text: string } | undefined
  let count = 0
  let line = 1
  /** Where a section that hides marks ends. */
  let until: string | undefined

  const pass = (piece: string): void => {
    if (entry) {
      entry.length += piece.length
      // Of what is too large only the beginning is kept.
      entry.text = entry.length > most ? (entry.text + piece).slice(0, HEAD) : entry.text + piece
    } else {
      frame.write(piece, line)
    }
    line += linesIn(piece)
  }
  const finish = (isCut = false): ExportPart[] => {
    const done = entry
    entry = undefined
    return done ? [partOf({ ...done, index: count++, isCut, most })] : []
  }

  let rest = ''
  for await (const piece of text) {
    rest += piece
    let at = 0
    for (;;) {
      if (until !== undefined) {
        const end = rest.indexOf(until, at)
        if (end === -1) {
          break
        }
        pass(rest.slice(at, end + until.length))
        at = end + until.length
        until = undefined
        continue
      }
      MARK.lastIndex = at
      const mark = MARK.exec(rest)
      if (!mark) {
        break
      }
      const [found] = mark
      const end = mark.index + found.length
      if (found === CDATA || found === COMMENT) {
        until = found === CDATA ? ']]>' : '-->'
        pass(rest.slice(at, end))
      } else if (found === '<item') {
        pass(rest.slice(at, mark.index))
        // One that another follows without an end has lost it.
        yield* finish()
        entry = { from: line, length: 0, text: '' }
        pass(found)
      } else {
        pass(rest.slice(at, end))
        yield* finish()
      }
      at = end
    }
    const kept = Math.max(at, rest.length - LONGEST_MARK)
    pass(rest.slice(at, kept))
    rest = rest.slice(kept)
  }
  pass(rest)
  const isInside = entry !== undefined
  yield* finish(true)
  yield frame.end({ isInside, line })
}

const linesIn = (text: string): number => {
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1
  }
  return lines
}

const partOf = ({
  from,
  index,
  isCut,
  length,
  most,
  text,
}: {
  from: number
  index: number
  isCut: boolean
  length: number
  most: number
  text: string
}): ExportPart => {
  const damaged = { index, kind: 'damaged' as const, label: labelOf({ index, text }) }
  if (length > most) {
    return { ...damaged, problem: 'large', why: `${Math.ceil(length / 1024)} KB` }
  }
  if (isCut) {
    return { ...damaged, problem: 'cut', why: `line ${from}` }
  }
  const parsed = parseItem({ line: from, text })
  return 'item' in parsed
    ? { index, item: parsed.item, kind: 'entry' }
    : { ...damaged, problem: 'broken', why: parsed.why + swallowed(text) }
}

/** What an entry is called whose XML cannot be read. */
const labelOf = ({ index, text }: { index: number; text: string }): string => {
  const title = /<title>\s*(?:<!\[CDATA\[)?([^\n]{0,120}?)(?:\]\]>)?\s*<\/title>/.exec(text)?.[1]
  return title?.trim() || `entry ${index + 1}`
}

/** A text without its end takes what follows for itself. */
const swallowed = (text: string): string => {
  const count = text.split(/<item[\s/>]/).length - 2
  return count > 0 ? `; ${count} more of its entries may be lost in it` : ''
}

/** Reads what stands around the entries, and notes the first thing that is wrong with it. */
const frameReader = () => {
  const parser = new SaxesParser()
  const channel = channelOf(parser)
  let why: string | undefined
  let line = 1
  let hasBegun = false
  let isEnding = false
  let isCut = false
  parser.on('error', (error) => {
    if (isEnding) {
      isCut = true
    } else if (!isUnknownEntity(error)) {
      why ??= `line ${line}: ${sentenceOf(error)}`
    }
  })
  return {
    /** @param isInside The export ends within an entry, which says so itself. */
    end: ({ isInside, line: last }: { isInside: boolean; line: number }): ExportPart => {
      isEnding = true
      parser.close()
      return {
        channel: channel.isThere() ? channel.item : null,
        isCut: isCut && !isInside,
        kind: 'frame',
        why: why ?? (isCut && !isInside ? `line ${last}` : undefined),
      }
    },
    write: (text: string, at: number): void => {
      // Plugins of WordPress are known to print blank lines in front of everything.
      const piece = hasBegun ? text : text.trimStart()
      hasBegun ||= piece !== ''
      line = at
      parser.write(piece)
    },
  }
}

/** Keeps what is wanted of the channel; the rest passes. */
const channelOf = (parser: SaxesParser) => {
  const item: Item = {}
  const path: string[] = []
  const builder = itemBuilder()
  let isThere = false
  let isWanted = false
  parser.on('opentag', ({ attributes, name }) => {
    path.push(name)
    isThere ||= path.join('>') === 'rss>channel'
    isWanted ||= path.length === 3 && isThere && WANTED.has(name)
    if (isWanted) {
      builder.open(name, attributes)
    }
  })
  parser.on('text', (value) => {
    if (isWanted) {
      builder.text(value)
    }
  })
  parser.on('cdata', (value) => {
    if (isWanted) {
      builder.cdata(value)
    }
  })
  parser.on('closetag', () => {
    path.pop()
    if (isWanted) {
      builder.close()
      if (path.length === 2) {
        isWanted = false
        builder.into(item)
      }
    }
  })
  return { isThere: () => isThere, item }
}
