// Text: UTF-8 throughout, no control characters, and nothing in it that a browser would run.
import type { ByteReader } from '../byteReader.ts'
import type { Format } from '../identify.ts'

const PIECE = 64 * 1024

/** What the MIME Sniffing Standard calls a binary data byte (section 3). */
const BINARY = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/

/** Anywhere in a text, these make it something that is not to be served as one. */
const MARKUP =
  /<\?(php|=|xml)|<!(doctype|entity)|<(html|head|body|script|svg|iframe|object|embed|style|meta)[\s>/]/i

/** The longest of them, so that none hides on the border between two pieces. */
const OVERLAP = 16

const TEXT_BY_ENDING = { csv: 'csv', txt: 'txt', vtt: 'vtt' } as const

/** `svg`, or the kind of plain text that the name says; null for all other markup and bytes. */
export const identifyText = async (reader: ByteReader, name: string): Promise<Format | null> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let beginning = ''
  let tail = ''
  let hasMarkup = false
  for (let at = 0; at < reader.size; at += PIECE) {
    const end = Math.min(at + PIECE, reader.size)
    const text = decode(decoder, await reader.read(at, end), end < reader.size)
    if (text === null || BINARY.test(text)) {
      return null
    }
    beginning ||= text
    const seen = tail + text
    hasMarkup ||= MARKUP.test(seen)
    tail = seen.slice(-OVERLAP)
  }
  if (hasMarkup || beginning.trimStart().startsWith('<')) {
    return isSvg(beginning) ? 'svg' : null
  }
  return formatOfName({ beginning, name })
}

const decode = (decoder: TextDecoder, bytes: Uint8Array, hasMore: boolean): string | null => {
  try {
    return decoder.decode(bytes, { stream: hasMore })
  } catch {
    // The decoder's way of saying that this is not UTF-8.
    return null
  }
}

const DOCTYPE = /<!doctype\s+svg\b[^>[]*(\[[^\]]*\])?\s*>/iy

/** Whether the root is an `svg`, behind a declaration, comments and a document type. */
const isSvg = (text: string): boolean => {
  for (let at = skipSpace(text, 0); ; at = skipSpace(text, at)) {
    const [opening, closing] = text.startsWith('<?', at) ? ['<?xml', '?>'] : ['<!--', '-->']
    if (text.startsWith(opening, at)) {
      const end = text.indexOf(closing, at + opening.length)
      if (end < 0) {
        return false
      }
      at = end + closing.length
      continue
    }
    DOCTYPE.lastIndex = at
    const doctype = DOCTYPE.exec(text)
    if (!doctype) {
      return /^<([a-z]+:)?svg[\s>/]/i.test(text.slice(at, at + 80))
    }
    at += doctype[0].length
  }
}

const skipSpace = (text: string, start: number): number => {
  let at = start
  while (/\s/.test(text.charAt(at))) {
    at += 1
  }
  return at
}

const formatOfName = ({ beginning, name }: { beginning: string; name: string }): Format | null => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const format = Object.entries(TEXT_BY_ENDING).find(([known]) => known === ending)?.[1] ?? null
  // “WEBVTT”, then a space, a tab, a line end or nothing: WebVTT, section 4.1.
  return format === 'vtt' && !/^WEBVTT([ \t\r\n]|$)/.test(beginning) ? null : format
}
