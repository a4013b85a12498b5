/** The arguments of an include or shortcode: quoted or bare, `=` or `:`, over several lines. */

export type CallArguments = { positional: string[]; named: Record<string, string> }

/** Reads a variable (`page.image`) to its value, or undefined when it has none here. */
export type Lookup = (name: string) => string | undefined

const TOKEN =
  /"((?:\\.|[^"\\])*)"|“([^”]*)”|'((?:\\.|[^'\\])*)'|`([^`]*)`|([^\s,"'“`:=]+)\s*(?:=(?!=)|:(?!\/\/))\s*|([^\s,"'“`]+)|(,)/gsu

/**
 * @example readArguments({ source: 'size: "md", quote: "Good work"' }).named.quote // 'Good work'
 */
export const readArguments = ({
  lookup = () => undefined,
  source,
}: {
  lookup?: Lookup
  source: string
}): CallArguments => {
  const positional: string[] = []
  const named: Record<string, string> = {}
  let pending: string | null = null
  const take = (value: string): void => {
    if (pending === null) {
      positional.push(value)
    } else {
      named[pending.toLowerCase()] = value
      pending = null
    }
  }
  for (const match of source.matchAll(TOKEN)) {
    const quoted = match[1] ?? match[3]
    if (quoted !== undefined) {
      take(quoted.replace(/\\(["'\\])/g, '$1').replace(/\\n/g, '\n'))
    } else if (match[2] !== undefined || match[4] !== undefined) {
      take((match[2] ?? match[4]) as string)
    } else if (match[5] !== undefined) {
      if (pending !== null) {
        named[pending.toLowerCase()] = ''
      }
      pending = match[5]
    } else if (match[6] !== undefined) {
      take(bare(match[6], lookup))
    } else if (match[7] !== undefined && pending !== null) {
      take('')
    }
  }
  if (pending !== null) {
    take('')
  }
  return { named, positional }
}

/** A bare word is a variable when it has a value, otherwise itself. */
const bare = (word: string, lookup: Lookup): string => {
  const value = lookup(word)
  if (value !== undefined) {
    return value
  }
  return /^(page|site|include|post|data)\./.test(word) ? '' : word
}
