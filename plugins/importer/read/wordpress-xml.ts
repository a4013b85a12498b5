/** The XML of one entry → its fields, strictly: what is not well-formed is no entry. */
import { SaxesParser } from 'saxes'

import type { Item } from './wordpress-items.ts'

type Open = { attributes: Record<string, string>; item: Item; name: string; text: string }

/** @param line Where the entry begins in the export, for people. */
export const parseItem = ({
  line,
  text,
}: {
  line: number
  text: string
}): { item: Item } | { why: string } => {
  const parser = new SaxesParser()
  const builder = itemBuilder()
  parser.on('opentag', ({ attributes, name }) => builder.open(name, attributes))
  parser.on('text', builder.text)
  parser.on('cdata', (value) => {
    const name = builder.name()
    // What follows would be taken for the rest of it, up to the end of another text.
    if (value.includes(`</${name}>`)) {
      throw new Error(`The text of ${name} has no end.`)
    }
    builder.cdata(value)
  })
  parser.on('closetag', builder.close)
  parser.on('error', (error) => {
    // Names of HTML have no place in XML, but harm nothing: the text keeps them, and is HTML itself.
    if (!isUnknownEntity(error)) {
      throw error
    }
  })
  try {
    parser.write(text).close()
  } catch (error) {
    const sign = straySign(text)
    return {
      why: sign
        ? `line ${line + sign.line}: ${sign.what}`
        : `line ${line + parser.line - 1}: ${sentenceOf(error)}`,
    }
  }
  const root: Item = {}
  builder.into(root)
  return { item: root['item'] as Item }
}

/** The usual reason, which a parser finds only when something does not fit much later. */
const straySign = (text: string): { line: number; what: string } | undefined => {
  const outside = text.replace(/<!\[CDATA\[[^]*?\]\]>/g, (section) =>
    section.replace(/[^\n]/g, ' '),
  )
  const sign = /&(?!#?\w+;)|<(?![\w/!?])/.exec(outside)
  return sign
    ? {
        line: outside.slice(0, sign.index).split('\n').length - 1,
        what: sign[0] === '&' ? 'an & that is not written &amp;' : 'a < that is not written &lt;',
      }
    : undefined
}

export const isUnknownEntity = ({ message }: Error): boolean => /undefined entity/.test(message)

/** Without the place, which is one in the entry. */
export const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^(\d+:\d+: )+/, '')

/**
 * Builds the fields of an entry from what a parser meets: texts as they stand, CDATA and attributes under names
 * of their own, what comes several times as a list. A document's hash is made of them, so their shape stays.
 */
export const itemBuilder = () => {
  const stack: Open[] = []
  let last: Open | undefined
  return {
    cdata: (value: string): void => {
      const open = stack.at(-1)
      if (open) {
        add(open.item, '#cdata', own(value))
      }
    },
    close: (): void => {
      last = stack.pop()
      const parent = stack.at(-1)
      if (last && parent) {
        add(parent.item, last.name, valueOf(last))
      }
    },
    /** Adds what was closed last. */
    into: (item: Item): void => {
      if (last) {
        add(item, last.name, valueOf(last))
      }
    },
    /** What is open. */
    name: (): string | undefined => stack.at(-1)?.name,
    open: (name: string, attributes: Record<string, string>): void => {
      stack.push({ attributes, item: Object.create(null) as Item, name, text: '' })
    },
    text: (value: string): void => {
      const open = stack.at(-1)
      if (open) {
        open.text += value
      }
    },
  }
}

const add = (item: Item, name: string, value: unknown): void => {
  const earlier = item[name]
  if (earlier === undefined) {
    item[name] = value
  } else if (Array.isArray(earlier)) {
    earlier.push(value)
  } else {
    item[name] = [earlier, value]
  }
}

const valueOf = ({ attributes, item, text }: Open): unknown => {
  const names = Object.keys(attributes)
  if (names.length === 0 && Object.keys(item).length === 0) {
    return own(text)
  }
  if (text !== '') {
    item['#text'] = own(text)
  }
  for (const name of names) {
    item[`@${name}`] = own(attributes[name] ?? '')
  }
  return item
}

/** A copy: a part of a string keeps the whole of it in memory, here the export. */
const own = (text: string): string => Buffer.from(text).toString()
