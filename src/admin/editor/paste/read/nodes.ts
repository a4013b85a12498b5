// What was copied, as nodes of the editor. A picture is not there yet: its place is held by a paragraph that says
// what to do, so that the text can be saved at any moment.
import type { Root } from 'hast'
import {
  block,
  childrenOf,
  convertRoot,
  find,
  languageOf,
  lexicalText,
  paragraph,
  type LexicalNode,
} from '../../../../../plugins/importer/exports/convert.ts'
import { cleanHtml, cleanTree } from '../clean/index.ts'
import { linkOf } from '../clean/links.ts'
import type { Clip } from '../clip.ts'
import { placeholder } from '../placeholder.ts'
import { nameOf, type PastedImage } from './imageFiles.ts'
import { looksLikeMarkdown } from './markdown.ts'
import { parseMarkdown } from './markdownTree.ts'

export type Pasted = {
  hasWords: boolean
  images: PastedImage[]
  nodes: LexicalNode[]
}

type Words = {
  /** Of the paragraph that stands for a picture. */
  missing: (name: string) => string
}

/** @returns null for what the editor's own code pastes as well: plain text and nothing more */
export const readNodes = (
  clip: Omit<Clip, 'files'>,
  words: Words,
  newId: () => string,
): Pasted | null => {
  const mode = modeOf(clip.code)
  if (mode !== undefined && mode !== 'markdown' && mode !== 'plaintext') {
    return clip.text.trim().includes('\n')
      ? { hasWords: true, images: [], nodes: [codeOf(clip.text, languageOf(mode), newId)] }
      : null
  }
  const isMarkdown = mode === 'markdown' || looksLikeMarkdown(clip.text)
  if (clip.html !== '' && mode === undefined) {
    const { base, root } = cleanHtml(clip.html)
    if (!(isMarkdown && isPlain(root))) {
      return fromTree({ base, newId, root, words })
    }
  }
  return isMarkdown
    ? fromTree({
        base: undefined,
        newId,
        root: cleanTree(parseMarkdown(clip.text).children),
        words,
      })
    : null
}

const modeOf = (code: string): string | undefined => {
  try {
    const { mode } = JSON.parse(code) as { mode?: unknown }
    return typeof mode === 'string' ? mode : undefined
  } catch {
    return undefined
  }
}

const codeOf = (code: string, language: string, newId: () => string): LexicalNode =>
  block({
    blockType: 'code',
    fields: { caption: '', code: code.replace(/\s+$/, ''), filename: '', language },
    id: newId(),
  })

/** Nothing but lines of text, in the colours of an editor perhaps. */
const isPlain = ({ children }: Root): boolean =>
  find(
    children,
    ({ tagName }) =>
      !['html', 'body', 'div', 'p', 'span', 'br', 'font', 'strong', 'em'].includes(tagName),
  ) === undefined || isOneLump(children)

/** A file that the browser shows as it is. */
const isOneLump = (children: Root['children']): boolean => {
  const [only, ...others] = children.filter(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  )
  return others.length === 0 && only?.type === 'element' && only.tagName === 'pre'
}

const fromTree = ({
  base,
  newId,
  root,
  words,
}: {
  base: string | undefined
  newId: () => string
  root: Root
  words: Words
}): Pasted => {
  const images = new Map<string, PastedImage>()
  const made = convertRoot({
    root,
    context: {
      file: () => null,
      id: newId,
      link: (href) => {
        const url = linkOf(href, base)
        return url === null ? null : { kind: 'url', url }
      },
      media: ({ alt = '', ref }) => {
        const id = newId()
        const src = absolute(ref, base)
        images.set(id, { alt: describing(alt), id, name: nameOf(src), src })
        return id
      },
      mediaSlug: 'media',
      remark: () => undefined,
      testimonial: () => undefined,
    },
  })
  const nodes = made.flatMap((node) => finished(node, images, words))
  return {
    hasWords: made.some((node) => lexicalText(node).trim() !== '' || node.type === 'block'),
    images: [...images.values()],
    nodes,
  }
}

const finished = (
  node: LexicalNode,
  images: ReadonlyMap<string, PastedImage>,
  words: Words,
): LexicalNode[] => {
  if (node.type === 'upload') {
    const image = images.get(String(node.value))
    const { caption } = node.fields as { caption?: string }
    return image
      ? [
          placeholder({
            alt: image.alt,
            ...(caption ? { caption } : {}),
            id: image.id,
            name: image.name,
            text: words.missing(image.name),
          }),
        ]
      : []
  }
  if (node.type === 'paragraph') {
    return inParagraphs(childrenOf(node))
  }
  return 'children' in node
    ? [
        {
          ...node,
          children: childrenOf(node).flatMap((child) => finished(child, images, words)),
        },
      ]
    : [node]
}

/** Two ends of a line after one another are the end of a paragraph. */
const inParagraphs = (children: LexicalNode[]): LexicalNode[] => {
  const paragraphs: LexicalNode[][] = [[]]
  for (const [index, child] of children.entries()) {
    const isEnd = child.type === 'linebreak'
    if (isEnd && children[index + 1]?.type === 'linebreak') {
      paragraphs.push([])
    } else if (!isEnd || paragraphs.at(-1)!.length > 0) {
      paragraphs.at(-1)!.push(child)
    }
  }
  const written = paragraphs.filter((one) => one.length > 0)
  return written.length > 0 ? written.map((one) => paragraph(one)) : [paragraph([])]
}

const absolute = (src: string, base: string | undefined): string => {
  if (src.startsWith('//')) {
    return `https:${src}`
  }
  try {
    return base === undefined || /^[a-z][a-z\d+.-]*:/i.test(src) ? src : new URL(src, base).href
  } catch {
    return src
  }
}

/** A description that somebody wrote, not the name of a file or what a program made of it. */
const describing = (alt: string): string => {
  const said = alt.replace(/\s+/g, ' ').trim()
  return /^(image|img|picture|bild|graphic|grafik|photo|foto)?[\s_-]*\d*$/i.test(said) ||
    /^\S+\.(avif|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(said) ||
    /automatically generated|AI-generated|automatisch generiert|KI-generiert/i.test(said)
    ? ''
    : said.slice(0, 300)
}
