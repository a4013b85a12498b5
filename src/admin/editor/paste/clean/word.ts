// What Word (and Outlook) write in their own way: lists are paragraphs with a level in their style, titles and
// quotations are classes, marks of footnotes too.
import type { Element, ElementContent, RootContent } from 'hast'
import {
  classesOf,
  find,
  h,
  isElement,
  mapTree,
  plainText,
  property,
  textNode,
  textOf,
} from '../../../../../plugins/importer/exports/convert.ts'
import { listsOf, type Line } from './outline.ts'
import { styleOf } from './style.ts'

/** @param styleSheet what the `<style>` elements hold, where Word says how each level of a list is numbered */
export const fromWord = (nodes: RootContent[], styleSheet: string): RootContent[] => {
  const formats = formatsOf(styleSheet)
  const grouped = mapTree<RootContent>(nodes, (node) =>
    isElement(node) ? [{ ...node, children: withLists(node.children, formats) }] : [node],
  )
  return mapTree<RootContent>(withLists(grouped, formats), (node) =>
    isElement(node) ? [named(node)] : [node],
  )
}

type Formats = ReadonlyMap<string, string>

/** `l0 level1` → `bullet`, `decimal`, `alpha-lower` …: only formats that are not decimal are written. */
const formatsOf = (styleSheet: string): Formats =>
  new Map(
    [...styleSheet.matchAll(/@list\s+(l\d+):(level\d+)[^{]*\{([^}]*)\}/g)].map(
      ([, list = '', level = '', declarations = '']) => [
        `${list} ${level}`,
        /mso-level-number-format:\s*([\w-]+)/.exec(declarations)?.[1] ?? 'decimal',
      ],
    ),
  )

const withLists = <T extends RootContent>(nodes: T[], formats: Formats): T[] => {
  const result: T[] = []
  let lines: Line[] = []
  let after: T[] = []
  const flush = (): void => {
    result.push(...(listsOf(lines) as T[]), ...after)
    lines = []
    after = []
  }
  for (const node of nodes) {
    const line = isElement(node) ? lineOf(node, formats) : undefined
    const last = lines.at(-1)
    if (line) {
      lines.push(line)
      after = []
    } else if (last && isElement(node, 'p') && isContinued(node)) {
      last.children.push(h('p', {}, node.children))
      after = []
    } else if (last && !isElement(node) && (node.type !== 'text' || node.value.trim() === '')) {
      after.push(node)
    } else {
      flush()
      result.push(node)
    }
  }
  flush()
  return result
}

const lineOf = (node: Element, formats: Formats): Line | undefined => {
  const [, list, levelName, level] =
    /^(l\d+)\s+(level(\d+))/.exec(styleOf(node).get('mso-list') ?? '') ?? []
  if (!list || node.tagName !== 'p') {
    return undefined
  }
  const marker = find(node.children, isMarker)
  const said = marker ? plainText(marker) : ''
  const format = formats.get(`${list} ${levelName}`)
  return {
    children: withoutMarker(node.children),
    isOrdered: format === undefined ? NUMBERED.test(said) : !/^(bullet|image|none)$/.test(format),
    level: Number(level),
    list,
    start: Number(/^\(?(\d+)[.)]?$/.exec(said)?.[1] ?? Number.NaN) || undefined,
  }
}

/** `1.`, `a)`, `(iv)`; a bullet of Word may be a letter of a font of signs, but has no point. */
const NUMBERED = /^(\(?[\p{L}\p{N}]{1,4}[.)]|(\d+\.)+\d+\.?)$/u

const isMarker = (node: Element): boolean => styleOf(node).get('mso-list') === 'ignore'

const withoutMarker = (nodes: ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] =>
    !isElement(node)
      ? [node]
      : isMarker(node)
        ? []
        : [{ ...node, children: withoutMarker(node.children) }],
  )

/** A further paragraph of the same point. */
const isContinued = (node: Element): boolean =>
  /\bmsolistparagraph/.test(classesOf(node)) && !/^none$/.test(styleOf(node).get('mso-list') ?? '')

const named = (node: Element): Element => {
  const classes = classesOf(node)
  if (/^h[1-6]$/.test(node.tagName) && find(node.children, isMarker)) {
    return { ...node, children: withNumber(node.children) }
  }
  if (node.tagName === 'p') {
    const level = Number(property(node, 'ariaLevel'))
    if (/\bmsotitle/.test(classes) || (property(node, 'role') === 'heading' && level >= 1)) {
      return { ...node, tagName: `h${Math.min(level || 1, 6)}` }
    }
    if (/\bmso(intense)?quote/.test(classes)) {
      return h('blockquote', {}, [node])
    }
  }
  return /\bmso(footnote|endnote)reference\b/.test(classes)
    ? h('sup', {}, node.children)
    : node.tagName === 'ins' && property(node, 'cite') !== ''
      ? { ...node, tagName: 'span' }
      : node
}

/** The number of a heading is part of it. */
const withNumber = (nodes: ElementContent[]): ElementContent[] =>
  nodes.map((node) =>
    !isElement(node)
      ? node
      : isMarker(node)
        ? textNode(`${textOf(node).replaceAll('\u00a0', ' ').trim()} `)
        : { ...node, children: withNumber(node.children) },
  )
