/**
 * MDX, Astro and web components in Markdown: imports give images their paths, `<Name … />` gets
 * the end tag that an HTML parser needs, `{…}` expressions go.
 */

/** @returns the Markdown, and the expressions that were left out */
export const readComponents = ({
  isMdx,
  source,
}: {
  isMdx: boolean
  source: string
}): { dropped: string[]; text: string } => {
  const pieces = splitCode(source)
  const imports = new Map<string, string>()
  const text = pieces
    .map(({ isCode, text: piece }) => {
      if (isCode) {
        return piece
      }
      let result = piece
      if (isMdx) {
        result = result
          .replace(
            /^import\s+(\w+)\s+from\s+["']([^"'\n]+)["'];?[ \t]*$/gm,
            (_, name: string, path: string) => {
              imports.set(name, path)
              return ''
            },
          )
          .replace(/^import\s[^\n]*$/gm, '')
          .replace(/^export\s+(const|let|default|function)\b[\s\S]*?(?=\n\s*\n|$(?![\s\S]))/gm, '')
          .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, '')
      }
      return result
        .replace(
          /<([A-Z][\w.]*|[a-z]+-[\w-]+)((?:\s+[\w:@.-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'>{]+))?)*)\s*(\/?)>/g,
          (whole, name: string, attributes: string, slash: string) => {
            const shown = attributes.replace(
              /=\{\s*([^{}]*?)\s*\}/g,
              (_, expression: string) => `="${valueOf(expression, imports)}"`,
            )
            if (!/^[A-Z]/.test(name)) {
              return slash ? `<${name}${shown}></${name}>` : whole
            }
            // HTML parsers lower the case of names and take `Link` and `Image` for elements without content.
            const tag = componentTag(name)
            return `<${tag} data-component="${name}"${shown}>${slash ? `</${tag}>` : ''}`
          },
        )
        .replace(/<\/([A-Z][\w.]*)\s*>/g, (_, name: string) => `</${componentTag(name)}>`)
    })
    .join('')
  const dropped: string[] = []
  return { dropped, text: isMdx ? withoutExpressions(text, dropped) : text }
}

const componentTag = (name: string): string => `x-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

const valueOf = (expression: string, imports: Map<string, string>): string => {
  const literal = /^(["'`])([\s\S]*)\1$/.exec(expression)?.[2]
  if (literal !== undefined) {
    return literal.replaceAll('"', '&quot;')
  }
  const name = /^(\w+)(\.src)?$/.exec(expression)?.[1] ?? ''
  return imports.get(name) ?? (/^[\d.]+$|^(true|false)$/.test(expression) ? expression : '')
}

const withoutExpressions = (text: string, dropped: string[]): string =>
  splitCode(text)
    .map(({ isCode, text: piece }) =>
      isCode
        ? piece
        : piece.replace(
            /(?<!\{)\{(?:["'`]([^"'`\n]*)["'`]|[A-Za-z_][\w.()\s?:&|!<>=+'"-]*)\}(?!\})/g,
            (whole: string, literal?: string) => {
              if (literal === undefined) {
                dropped.push(whole.slice(0, 80))
              }
              return literal ?? ''
            },
          ),
    )
    .join('')

const splitCode = (text: string): Array<{ isCode: boolean; text: string }> => {
  const parts = text.split(
    /((?:^|\n)[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n[ \t>]*\2[`~]*[ \t]*(?=\n|$)|$(?![\s\S]))|(?<!`)`[^`\n]+`(?!`))/,
  )
  const pieces: Array<{ isCode: boolean; text: string }> = []
  // Each match adds two entries: the code, and the fence that the back reference needs.
  for (let index = 0; index < parts.length; index += 3) {
    pieces.push({ isCode: false, text: parts[index] ?? '' })
    if (index + 1 < parts.length) {
      pieces.push({ isCode: true, text: parts[index + 1] ?? '' })
    }
  }
  return pieces
}
