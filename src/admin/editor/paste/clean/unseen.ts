// Takes out what nobody saw on the screen that they copied from, or was not meant for readers: styles, scripts,
// comments of reviewers, text that was struck out in review.
import type { Element, ElementContent, RootContent } from 'hast'
import {
  classesOf,
  isElement,
  mapTree,
  property,
  textNode,
  textOf,
} from '../../../../../plugins/importer/exports/convert.ts'
import { styleOf } from './style.ts'

export const withoutUnseen = (nodes: RootContent[]): RootContent[] =>
  mapTree<RootContent>(nodes, (node) => {
    if (node.type === 'text') {
      return [{ ...node, value: node.value.replace(UNSTORABLE, '') }]
    }
    if (!isElement(node)) {
      return []
    }
    if (isUnseen(node)) {
      return []
    }
    return node.tagName === 'math' ? [textNode(formula(node))] : [node]
  })

/** NUL, halves of surrogate pairs, and the mark that begins some files. */
const UNSTORABLE = /[\0\p{Cs}\ufeff]/gu

const isUnseen = (node: Element): boolean =>
  NAMES.has(node.tagName) ||
  /^(v|w):/.test(node.tagName) ||
  isHidden(node) ||
  isOfReview(node) ||
  // KaTeX draws each formula a second time.
  classesOf(node).split(' ').includes('katex-html')

const NAMES = new Set([
  'base',
  'head',
  'link',
  'meta',
  'noscript',
  'script',
  'style',
  'template',
  'title',
  'xml',
])

const isHidden = (node: Element): boolean => {
  const style = styleOf(node)
  return (
    node.properties.hidden === true ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all'
  )
}

const isOfReview = (node: Element): boolean => {
  const classes = classesOf(node)
  const style = styleOf(node)
  return (
    (node.tagName === 'del' && (property(node, 'cite') !== '' || classes.includes('msodel'))) ||
    classes.includes('msocommentreference') ||
    /^comment(-list)?$/.test(style.get('mso-element') ?? '') ||
    style.get('mso-special-character') === 'comment'
  )
}

/** As it was written in TeX, where the page says so. */
const formula = (node: Element): string => {
  const find = (children: ElementContent[]): string | undefined => {
    for (const child of children) {
      if (isElement(child)) {
        if (property(child, 'encoding') === 'application/x-tex') {
          return textOf(child)
        }
        const inside = find(child.children)
        if (inside !== undefined) {
          return inside
        }
      }
    }
    return undefined
  }
  return (find(node.children) ?? textOf(node)).trim()
}
