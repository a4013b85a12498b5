// Headings that the editor offers, signs that were drawn as pictures, and nothing that says something to our own
// converter only: what is pasted is text of others.
import type { Element, Properties, RootContent } from 'hast'
import {
  classesOf,
  findAll,
  h,
  isElement,
  mapTree,
  plainText,
  property,
  textNode,
} from '../../../../../plugins/importer/exports/convert.ts'

/** The page has a title above all: a text with one of its own moves down a level, and others stay. */
export const withHeadings = (all: RootContent[]): RootContent[] => {
  const nodes = mapTree<RootContent>(all, (node) => (isForScreenReaders(node) ? [] : [node]))
  const titles = findAll(nodes, (node) => node.tagName === 'h1' && plainText(node) !== '')
  return titles.length === 0
    ? nodes
    : mapTree<RootContent>(nodes, (node) =>
        isElement(node) && /^h[1-5]$/.test(node.tagName)
          ? [{ ...node, tagName: `h${Number(node.tagName.slice(1)) + 1}` }]
          : [node],
      )
}

/** Headings that a page says and does not show, as the one above footnotes in Markdown. */
const isForScreenReaders = (node: RootContent): boolean =>
  isElement(node) &&
  /^h[1-6]$/.test(node.tagName) &&
  /(^|\s)(sr-only|visually-hidden|screen-reader-text)(\s|$)/.test(classesOf(node))

export const withPictures = (nodes: RootContent[]): RootContent[] =>
  mapTree<RootContent>(nodes, (node) => {
    if (isElement(node, 'img')) {
      const alt = property(node, 'alt').trim()
      return /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\u200d\ufe0f\p{Emoji_Modifier}]*$/u.test(
        alt,
      )
        ? [textNode(alt)]
        : isDot(node)
          ? []
          : [node]
    }
    // Notion writes pictures as Markdown, in HTML too.
    if (isElement(node, 'p')) {
      const [, alt, src] =
        /^!\[([^\]]*)\]\(((?:attachment|https?):[^)\s]+)\)$/.exec(plainText(node)) ?? []
      return src === undefined ? [node] : [h('img', { alt, src })]
    }
    // Several pictures in a figure stay pictures.
    return isElement(node, 'figure') &&
      findAll(node.children, ({ tagName }) => tagName === 'img').length > 1
      ? [{ ...node, tagName: 'div' }]
      : [node]
  })

/** What counts readers, or keeps a place. */
const isDot = (node: Element): boolean =>
  ['width', 'height'].some((name) => {
    const size = Number.parseFloat(property(node, name))
    return size >= 0 && size <= 2
  })

const KEPT: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'name', 'id', 'target', 'dataFootnoteRef', 'dataFootnoteBackref'],
  audio: ['src'],
  code: ['className'],
  embed: ['src'],
  iframe: ['src', 'title'],
  img: ['src', 'alt', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'srcSet', 'dataSrcSet'],
  input: ['type', 'checked'],
  ol: ['start'],
  pre: ['className', 'lang'],
  section: ['dataFootnotes'],
  source: ['src'],
  td: ['colSpan', 'rowSpan'],
  th: ['colSpan', 'rowSpan'],
  ul: ['className'],
  video: ['src'],
}

export const withoutHints = (nodes: RootContent[]): RootContent[] =>
  mapTree<RootContent>(nodes, (node) =>
    isElement(node)
      ? [{ ...node, tagName: plainName(node.tagName), properties: kept(node) }]
      : [node],
  )

const plainName = (name: string): string => (name.startsWith('vitrine-') ? 'span' : name)

const kept = (node: Element): Properties =>
  Object.fromEntries(
    Object.entries(node.properties).filter(
      ([name, value]) =>
        KEPT[node.tagName]?.includes(name) &&
        (node.tagName !== 'ul' || String(value) === 'contains-task-list'),
    ),
  )
