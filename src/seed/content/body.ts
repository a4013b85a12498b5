// The words for writing chapters and pages: each returns a node that becomes Lexical once ids and language are known.
import {
  block,
  blockquote,
  heading,
  inline,
  list,
  paragraph,
  richText,
  rule,
  table,
  upload,
  type LexicalNode,
} from '../lexical.ts'
import type { Credit, Language, Outcome, Text } from './types.ts'

export type References = {
  media: (key: string) => string
  document: (key: string) => string
  testimonial: (key: string) => string
  study: (slug: string) => string
  page: (slug: string) => string
  createId: () => string
}

export type BodyContext = { language: Language; references: References }

export type BodyNode = {
  /** Block type, or the name of the text node. */
  kind: string
  isTranslated: boolean
  /** Keys of the pictures it shows, so that content can be checked without a database. */
  pictures: string[]
  words: string[]
  build: (context: BodyContext) => LexicalNode | undefined
}

export const t = (en: string, de?: string): Text => ({ en, de })

export const inLanguage = (text: Text, language: Language): string | undefined =>
  typeof text === 'string' ? text : language === 'en' ? text.en : text.de

export const inEither = (text: Text, language: Language): string =>
  inLanguage(text, language) ?? inLanguage(text, 'en') ?? ''

/** A body in one language; `undefined` where nothing has been translated, so that the reader gets the fallback. */
export const buildBody = (nodes: BodyNode[], context: BodyContext) => {
  if (context.language !== 'en' && !nodes.some((node) => node.isTranslated)) return undefined
  return richText(nodes.map((node) => node.build(context)).filter((node) => node !== undefined))
}

export const by = (person: string, en: string, de?: string): Credit => ({ person, role: t(en, de) })
export const guest = (name: string, en: string, de?: string, url?: string): Credit => ({
  name,
  role: t(en, de),
  ...(url ? { url } : {}),
})

// Text. Without German, a node is left out of the German body: shorter, never half English.

export const p = (en: string, de?: string) => textNode('paragraph', en, de, paragraph)
export const h2 = (en: string, de?: string) =>
  textNode('heading', en, de, (children) => heading('h2', children))
export const h3 = (en: string, de?: string) =>
  textNode('heading', en, de, (children) => heading('h3', children))
export const saying = (en: string, de?: string) => textNode('quotation', en, de, blockquote)

export const ul = (en: string[], de?: string[]) => listNode('bullet', en, de)
export const ol = (en: string[], de?: string[]) => listNode('number', en, de)

export const hr = (): BodyNode => ({
  kind: 'rule',
  isTranslated: false,
  pictures: [],
  words: [],
  build: rule,
})

export const grid = (en: string[][], de?: string[][]): BodyNode => ({
  kind: 'table',
  isTranslated: de !== undefined,
  pictures: [],
  words: [...en.flat(), ...(de ?? []).flat()],
  build: (context) => {
    const rows = context.language === 'en' ? en : de
    return rows && table(rows.map((cells) => cells.map((cell) => words(cell, context))))
  },
})

export const picture = (key: string, caption?: Text): BodyNode => ({
  kind: 'upload',
  isTranslated: false,
  pictures: [key],
  words: [],
  build: ({ language, references }) =>
    upload({
      id: references.createId(),
      media: references.media(key),
      caption: caption && inEither(caption, language),
    }),
})

// Blocks, by the names of collections/blocks.

export const metric = (...items: Outcome[]) =>
  blockNode(
    'metric',
    ({ say }) => ({
      items: items.map(({ label, timeframe, source, ...item }) => ({
        ...item,
        label: say(label),
        timeframe: timeframe && say(timeframe),
        source: source && say(source),
      })),
    }),
    items.map(({ label }) => label),
  )

export const gallery = (
  layout: 'grid' | 'justified' | 'carousel',
  ...images: (readonly [key: string, caption?: Text])[]
) =>
  blockNode(
    'gallery',
    ({ say, references, id }) => ({
      layout,
      images: images.map(([key, caption]) => ({
        id: id(),
        image: references.media(key),
        ...(caption ? { caption: say(caption) } : {}),
      })),
    }),
    images.map(([, caption]) => caption ?? ''),
    images.map(([key]) => key),
  )

export const beforeAfter = (
  before: string,
  after: string,
  labels: readonly [Text, Text],
  caption: Text,
) =>
  blockNode(
    'beforeAfter',
    ({ say, references }) => ({
      before: references.media(before),
      after: references.media(after),
      beforeLabel: say(labels[0]),
      afterLabel: say(labels[1]),
      caption: say(caption),
    }),
    [caption],
    [before, after],
  )

export const video = (url: string, poster: string, caption: Text) =>
  blockNode(
    'video',
    ({ say, references }) => ({
      kind: 'link',
      url,
      poster: references.media(poster),
      caption: say(caption),
    }),
    [caption],
    [poster],
  )

export const testimonial = (key: string) =>
  blockNode('quote', ({ references }) => ({ testimonial: references.testimonial(key) }), [])

export const quote = (text: Text, attribution: string, position: Text) =>
  blockNode('quote', ({ say }) => ({ text: say(text), attribution, position: say(position) }), [
    text,
  ])

export const timeline = (...items: (readonly [date: Text, title: Text, text: Text])[]) =>
  blockNode(
    'timeline',
    ({ say, id }) => ({
      items: items.map(([date, title, text]) => ({
        id: id(),
        date: say(date),
        title: say(title),
        text: say(text),
      })),
    }),
    items.flat(),
  )

export const compare = (
  labels: readonly [Text, Text],
  ...rows: (readonly [aspect: Text, left: Text, right: Text])[]
) =>
  blockNode(
    'compare',
    ({ say, id }) => ({
      leftLabel: say(labels[0]),
      rightLabel: say(labels[1]),
      rows: rows.map(([aspect, left, right]) => ({
        id: id(),
        aspect: say(aspect),
        left: say(left),
        right: say(right),
      })),
    }),
    rows.flat(),
  )

export const embed = (url: string, title: Text, ratio: '16:9' | '4:3' | '1:1' = '16:9') =>
  blockNode('embed', ({ say }) => ({ url, title: say(title), ratio }), [title])

export const code = (language: string, filename: string, source: string, caption: Text) =>
  blockNode('code', ({ say }) => ({ language, filename, code: source, caption: say(caption) }), [
    caption,
  ])

export const downloads = (...items: (readonly [document: string, label: Text])[]) =>
  blockNode(
    'downloads',
    ({ say, references, id }) => ({
      items: items.map(([key, label]) => ({
        id: id(),
        document: references.document(key),
        label: say(label),
      })),
    }),
    items.map(([, label]) => label),
  )

export const callToAction = (
  heading: Text,
  text: Text,
  label: Text,
  target: { study: string } | { page: string } | { url: string },
) =>
  blockNode(
    'callToAction',
    ({ say, references }) => ({
      heading: say(heading),
      text: say(text),
      label: say(label),
      ...('study' in target
        ? { kind: 'study', study: references.study(target.study) }
        : 'page' in target
          ? { kind: 'page', page: references.page(target.page) }
          : { kind: 'url', url: target.url }),
    }),
    [heading, text],
  )

type Speaker = { say: (text: Text) => string; references: References; id: () => string }

const blockNode = (
  blockType: string,
  fields: (speaker: Speaker) => Record<string, unknown>,
  texts: Text[],
  pictures: string[] = [],
): BodyNode => ({
  kind: blockType,
  isTranslated: texts.some((text) => typeof text !== 'string' && text.de !== undefined),
  pictures,
  words: texts
    .flatMap((text) => [inEither(text, 'en'), inLanguage(text, 'de') ?? ''])
    .filter(Boolean),
  build: ({ language, references }) =>
    block({
      id: references.createId(),
      blockType,
      fields: fields({
        say: (text) => inEither(text, language),
        references,
        id: references.createId,
      }),
    }),
})

const textNode = (
  kind: string,
  en: string,
  de: string | undefined,
  wrap: (children: LexicalNode[]) => LexicalNode,
): BodyNode => ({
  kind,
  isTranslated: de !== undefined,
  pictures: [],
  words: [en, de ?? ''].filter(Boolean),
  build: (context) => {
    const source = context.language === 'en' ? en : de
    return source === undefined ? undefined : wrap(words(source, context))
  },
})

const listNode = (kind: 'bullet' | 'number', en: string[], de?: string[]): BodyNode => ({
  kind: 'list',
  isTranslated: de !== undefined,
  pictures: [],
  words: [...en, ...(de ?? [])],
  build: (context) => {
    const items = context.language === 'en' ? en : de
    return (
      items &&
      list(
        kind,
        items.map((item) => words(item, context)),
      )
    )
  },
})

const words = (source: string, { references }: BodyContext) =>
  inline({
    source,
    createId: references.createId,
    resolve: (target) => {
      if (target.startsWith('study:'))
        return { relationTo: 'case-studies', value: references.study(target.slice(6)) }
      if (target.startsWith('page:'))
        return { relationTo: 'pages', value: references.page(target.slice(5)) }
      return { url: target }
    },
  })
