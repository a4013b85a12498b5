// Inline styles, as programs write them on the clipboard instead of elements.
import type { Element } from 'hast'
import { property } from '../../../../../plugins/importer/exports/convert.ts'

/** The declarations of an element by their names, in lower case. */
export const styleOf = (node: Element): Map<string, string> => {
  const declarations = new Map<string, string>()
  for (const declaration of property(node, 'style').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) {
      declarations.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
    }
  }
  return declarations
}

type Mark = 'em' | 's' | 'strong' | 'sub' | 'sup' | 'u'

/** The elements that say the same as a style. */
export const marksOf = (style: Map<string, string>): Mark[] => {
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const align = style.get('vertical-align')
  const font = style.get('font') ?? ''
  const weight = style.get('font-weight') ?? (/\b(bold|[6-9]00)\b/.exec(font)?.[0] || '')
  const marks: [Mark, boolean][] = [
    ['strong', /^(bold|bolder|[6-9]00)$/.test(weight)],
    ['em', /italic|oblique/.test(style.get('font-style') ?? font)],
    ['u', decoration.includes('underline')],
    ['s', decoration.includes('line-through')],
    ['sup', align === 'super'],
    ['sub', align === 'sub'],
  ]
  return marks.filter(([, isSet]) => isSet).map(([mark]) => mark)
}

const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['em', 'i'])

/** Whether a style takes back what the name of the element says, as the `<b>` around a Google document. */
export const isTakenBack = (node: Element): boolean => {
  const style = styleOf(node)
  return (
    (BOLD.has(node.tagName) && /^(normal|lighter|[1-4]00)$/.test(style.get('font-weight') ?? '')) ||
    (ITALIC.has(node.tagName) && style.get('font-style') === 'normal')
  )
}
