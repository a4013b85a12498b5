// The fields of each block that a text may have, as an author fills them.
import type { Targets } from './richTexts.ts'

export const BLOCK_TYPES = [
  'metric',
  'gallery',
  'beforeAfter',
  'video',
  'quote',
  'timeline',
  'compare',
  'embed',
  'code',
  'downloads',
  'callToAction',
] as const

type Fields = {
  blockType: (typeof BLOCK_TYPES)[number]
  isFull: boolean
  rows: [string, string]
  targets: Targets
  text: string
}

export const fieldsOf = ({ blockType, isFull, rows, targets, text }: Fields): object => {
  const [first, second] = rows
  switch (blockType) {
    case 'metric':
      return {
        items: [
          {
            id: first,
            value: -12.5,
            label: text,
            ...(isFull
              ? { unit: '%', before: 3, after: 1.5, timeframe: 'a year', source: text }
              : {}),
          },
        ],
      }
    case 'gallery':
      return {
        layout: isFull ? 'carousel' : 'grid',
        images: [
          { id: first, image: targets.media, caption: text },
          { id: second, image: targets.media },
        ],
      }
    case 'beforeAfter':
      return {
        before: targets.media,
        after: targets.media,
        beforeLabel: text,
        afterLabel: 'later',
        ...(isFull ? { caption: text } : {}),
      }
    case 'video':
      return { kind: 'link', url: 'https://www.youtube.com/watch?v=abcdef12345', caption: text }
    case 'quote':
      return { text, ...(isFull ? { attribution: 'Ada', position: text } : {}) }
    case 'timeline':
      return {
        items: [
          { id: first, date: 'Week 1', title: text, ...(isFull ? { text } : {}) },
          { id: second, date: 'Week 2', title: 'End' },
        ],
      }
    case 'compare':
      return {
        leftLabel: text,
        rightLabel: 'then',
        rows: [{ id: first, aspect: text, left: 'slow', right: text }],
      }
    case 'embed':
      return { url: 'https://maps.example/x', title: text, ratio: isFull ? '4:3' : '16:9' }
    case 'code':
      return { language: 'typescript', code: `const a = ${JSON.stringify(text)}`, caption: text }
    case 'downloads':
      return { items: [{ id: first, document: targets.document, label: text }] }
    case 'callToAction':
      return {
        heading: text,
        label: 'Go on',
        kind: isFull ? 'page' : 'url',
        ...(isFull ? { page: targets.page, text } : { url: '/contact' }),
      }
  }
}

/** The words that a reader has to find again. */
