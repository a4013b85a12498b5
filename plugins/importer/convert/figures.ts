/** Pictures, galleries and films. */
import type { Element, ElementContent } from 'hast'

import type { ConvertContext } from './context.ts'
import type { LexicalNode } from './nodes.ts'

import { classesOf, find, findAll, isElement, plainText, property } from '../read/hast.ts'
import { embedBlock } from './embeds.ts'
import { clip, LIMITS } from './limits.ts'
import { block, link, paragraph, text, upload } from './nodes.ts'
import { convertQuote } from './quotes.ts'

type ToBlocks = (nodes: ElementContent[], context: ConvertContext) => LexicalNode[]

const IMAGE_FILE = /\.(avif|gif|jpe?g|png|svg|webp)([?#].*)?$/i

/** One picture; nothing when it could not be brought (already reported). */
export const imageNode = ({
  caption = '',
  context,
  node,
}: {
  caption?: string
  context: ConvertContext
  node: Element
}): LexicalNode | null => {
  const id = context.media({
    alt: property(node, 'alt') || undefined,
    caption: caption || undefined,
    ref: sourceOf(node),
  })
  return id
    ? upload({
        caption: clip(caption || property(node, 'title'), LIMITS.uploadCaption),
        id: context.id(),
        relationTo: context.mediaSlug,
        value: id,
      })
    : null
}

/** The best address of a picture: lazy loaders keep the real one apart. */
export const sourceOf = (node: Element): string => {
  const lazy = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataFullUrl']
    .map((name) => property(node, name))
    .find(Boolean)
  const src = property(node, 'src')
  if (lazy && (src === '' || src.startsWith('data:'))) {
    return lazy
  }
  return src || (property(node, 'srcSet') || property(node, 'dataSrcSet')).split(/\s+/)[0] || ''
}

export const convertFigure = ({
  context,
  node,
  toBlocks,
}: {
  context: ConvertContext
  node: Element
  toBlocks: ToBlocks
}): LexicalNode[] => {
  const captionNode = node.children.find((child): child is Element =>
    isElement(child, 'figcaption'),
  )
  const caption = captionNode ? plainText(captionNode) : ''
  const rest = node.children.filter((child) => child !== captionNode)
  const images = findAll(rest, ({ tagName }) => tagName === 'img')
  if (images.length > 1) {
    return [
      ...galleryBlocks({ context, node: { ...node, children: rest } }),
      ...captionParagraph(caption),
    ]
  }
  const quoted = find(rest, ({ tagName }) => tagName === 'blockquote')
  if (quoted) {
    return convertQuote({ caption, context, node: quoted, toBlocks })
  }
  const image = images[0]
  if (image) {
    const made = imageNode({ caption, context, node: image })
    return made
      ? [made, ...linkBelow({ context, image, label: caption, nodes: rest })]
      : captionParagraph(caption)
  }
  // WordPress writes the address of a player as the text of the figure.
  const address = plainText({ ...node, children: rest })
  if (/^https?:\/\/\S+$/.test(address) && /embed/.test(classesOf(node))) {
    const made = embedBlock({ caption, context, url: address })
    return made ? [made] : []
  }
  const blocks = toBlocks(rest, context)
  const only = blocks.length === 1 ? blocks[0] : undefined
  if (caption && only?.type === 'block') {
    const fields = only['fields'] as Record<string, unknown>
    if (fields['blockType'] === 'code' || fields['blockType'] === 'video') {
      return [{ ...only, fields: { ...fields, caption: clip(caption, LIMITS.caption) } }]
    }
  }
  return [...blocks, ...captionParagraph(caption)]
}

const captionParagraph = (caption: string): LexicalNode[] =>
  caption ? [paragraph([text(caption, 2)])] : []

/** A picture that was a link: the picture keeps its place, the link stands below it. */
const linkBelow = ({
  context,
  image,
  label,
  nodes,
}: {
  context: ConvertContext
  image: Element
  label: string
  nodes: ElementContent[]
}): LexicalNode[] => {
  const anchor = find(
    nodes,
    (element) =>
      element.tagName === 'a' &&
      property(element, 'href') !== '' &&
      findAll(element.children, (inner) => inner === image).length > 0,
  )
  return anchor
    ? linkParagraph({
        context,
        href: property(anchor, 'href'),
        label: label || property(image, 'alt'),
      })
    : []
}

export const linkParagraph = ({
  context,
  href,
  label,
}: {
  context: ConvertContext
  href: string
  label: string
}): LexicalNode[] => {
  // The picture itself, larger: there is nothing to lead to any more.
  if (IMAGE_FILE.test(href) || href.startsWith('#')) {
    return []
  }
  const target = context.link(href)
  return target
    ? [
        paragraph([
          link({ children: [text(label || href)], id: context.id(), newTab: false, target }),
        ]),
      ]
    : []
}

export const isGallery = (node: Element): boolean =>
  /(^|[\s_-])(wp-block-gallery|gallery|carousel|slider|slideshow|lightbox|image-grid)/.test(
    classesOf(node),
  ) && findAll(node.children, ({ tagName }) => tagName === 'img').length > 0

export const galleryBlocks = ({
  context,
  node,
}: {
  context: ConvertContext
  node: Element
}): LexicalNode[] => {
  const figures = new Map<Element, string>()
  for (const figure of findAll(node.children, ({ tagName }) => tagName === 'figure')) {
    const image = find(figure.children, ({ tagName }) => tagName === 'img')
    const caption = find(figure.children, ({ tagName }) => tagName === 'figcaption')
    if (image && caption && !figures.has(image)) {
      figures.set(image, plainText(caption))
    }
  }
  const images = findAll(node.children, ({ tagName }) => tagName === 'img').flatMap((image) => {
    const caption = figures.get(image) ?? ''
    const id = context.media({
      alt: property(image, 'alt') || undefined,
      caption: caption || undefined,
      ref: sourceOf(image),
    })
    return id ? [{ caption: clip(caption, LIMITS.caption), image: id }] : []
  })
  const [first] = images
  if (images.length < 2) {
    return first
      ? [
          upload({
            caption: first.caption,
            id: context.id(),
            relationTo: context.mediaSlug,
            value: first.image,
          }),
        ]
      : []
  }
  const layout = /carousel|slide/.test(classesOf(node)) ? 'carousel' : 'grid'
  return chunks(images).map((part) =>
    block({
      blockType: 'gallery',
      fields: { images: part.map((image) => ({ ...image, id: context.id() })), layout },
      id: context.id(),
    }),
  )
}

/** Even parts, so that none is left with a single picture. */
const chunks = <T>(items: T[]): T[][] => {
  const count = Math.ceil(items.length / LIMITS.galleryImages)
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  ).filter((part) => part.length > 0)
}

export const convertVideo = ({
  context,
  node,
}: {
  context: ConvertContext
  node: Element
}): LexicalNode[] => {
  const source = find(node.children, ({ tagName }) => tagName === 'source')
  const src = property(node, 'src') || (source ? property(source, 'src') : '')
  if (!src) {
    context.remark({ code: 'DROPPED_ELEMENT', detail: node.tagName })
    return []
  }
  const title = property(node, 'title')
  const isRemote = /^(https?:)?\/\//i.test(src)
  const id =
    isRemote || node.tagName === 'audio'
      ? null
      : context.media({ alt: title || undefined, ref: src })
  if (id) {
    return [
      block({
        blockType: 'video',
        fields: { caption: clip(title, LIMITS.caption), file: id, kind: 'file' },
        id: context.id(),
      }),
    ]
  }
  // Sound, and films on other servers, have no block of their own: a link leads there.
  const target = isRemote || node.tagName === 'audio' ? context.link(src) : null
  return target
    ? [
        paragraph([
          link({
            children: [text(title || src.split('/').pop() || src)],
            id: context.id(),
            newTab: false,
            target,
          }),
        ]),
      ]
    : []
}
