/** Links: what may stay one, what interrupts one, and files that a link leads to. */
import type { Element } from 'hast'

import type { ConvertContext, Piece } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { isElement, plainText, property } from '../read/hast.ts'
import { linkParagraph } from './figures.ts'
import { block, link } from './nodes.ts'

/** @param pieces - the content of the anchor, converted as the inside of a link */
export const convertAnchor = ({
  context,
  isInLink,
  node,
  pieces,
}: {
  context: ConvertContext
  isInLink: boolean
  node: Element
  pieces: Piece[]
}): Piece[] => {
  const href = property(node, 'href').trim()
  if (
    isInLink ||
    node.properties['dataFootnoteRef'] !== undefined ||
    (href === '' && property(node, 'id') + property(node, 'name') !== '')
  ) {
    return pieces
  }
  if (href === '') {
    if (plainText(node)) {
      context.remark({ code: 'EMPTY_LINK', detail: plainText(node).slice(0, 80) })
    }
    return pieces
  }
  const document = context.file(href)
  if (document) {
    const label = plainText(node)
    return [
      ...pieces,
      {
        block: block({
          blockType: 'downloads',
          fields: { items: [{ document, id: context.id(), label }] },
          id: context.id(),
        }),
      },
    ]
  }
  const hasText = pieces.some(
    (piece) =>
      'inline' in piece &&
      piece.inline.type === 'text' &&
      String(piece.inline['text']).trim() !== '',
  )
  if (!hasText) {
    const image = pieces.find((piece) => 'block' in piece)
    const picture = node.children.find((child): child is Element => isElement(child, 'img'))
    return image
      ? [
          ...pieces,
          ...linkParagraph({ context, href, label: picture ? property(picture, 'alt') : '' }).map(
            (block) => ({ block }),
          ),
        ]
      : pieces
  }
  const target = context.link(href)
  if (!target) {
    return pieces
  }
  // A block inside a link (a picture, a heading) stands between two halves of the link.
  const result: Piece[] = []
  let run: LexicalNode[] = []
  const flush = (): void => {
    if (run.length > 0) {
      result.push({
        inline: link({
          children: run,
          id: context.id(),
          newTab: property(node, 'target') === '_blank',
          target,
        }),
      })
    }
    run = []
  }
  for (const piece of pieces) {
    if ('inline' in piece) {
      run.push(piece.inline)
    } else {
      flush()
      result.push(piece)
    }
  }
  flush()
  return result
}
