/** The eleven blocks that a chapter may hold, from what the editor stored to what the page shows. */
import {
  populated,
  type FileDoc,
  type MediaDoc,
  type OutcomeDoc,
  type PageDoc,
  type Ref,
  type StudyDoc,
  type TestimonialDoc,
  type TrackDoc,
} from '../documents.ts'
import type { BlockNode, ImageView } from '../model.ts'
import {
  isExternalHref,
  linkedStudyHref,
  ownUrl,
  pageHref,
  safeHref,
  type PresentContext,
} from './context.ts'
import { embedFor } from './embed.ts'
import { fileDetail } from './files.ts'
import { presentVideo } from './film.ts'
import { presentImage } from './media.ts'
import { presentOutcomes } from './outcome.ts'
import { presentTestimonial } from './study.ts'

type Fields = Record<string, unknown>
type Presenter = (fields: Fields, context: PresentContext) => BlockNode | null

/** Null when the block has nothing to show yet, as while it is being written. */
export const presentBlock = (fields: Fields, context: PresentContext): BlockNode | null =>
  presenters[String(fields.blockType)]?.(fields, context) ?? null

const metric: Presenter = (fields, context) => {
  const items = presentOutcomes({ outcomes: fields.items as OutcomeDoc[], locale: context.locale })
  return items.length > 0 ? { type: 'metric', items } : null
}

const gallery: Presenter = (fields, context) => {
  const images = list<{ image?: Ref<MediaDoc>; caption?: string }>(fields.images).flatMap(
    (item): ImageView[] => {
      const image = presentImage(item.image, context)
      return image ? [{ ...image, caption: text(item.caption) ?? image.caption }] : []
    },
  )
  const layout =
    fields.layout === 'justified' || fields.layout === 'carousel' ? fields.layout : 'grid'
  return images.length > 0 ? { type: 'gallery', layout, images } : null
}

const beforeAfter: Presenter = (fields, context) => {
  const before = presentImage(fields.before as Ref<MediaDoc>, context)
  const after = presentImage(fields.after as Ref<MediaDoc>, context)
  return before && after
    ? {
        type: 'beforeAfter',
        before,
        after,
        beforeLabel: text(fields.beforeLabel) ?? context.strings.before,
        afterLabel: text(fields.afterLabel) ?? context.strings.after,
        caption: text(fields.caption),
      }
    : null
}

const video: Presenter = (fields, context) => {
  const caption = text(fields.caption)
  const poster = presentImage(fields.poster as Ref<MediaDoc>, context)
  if (fields.kind === 'link') {
    const embed = embedFor(text(fields.url))
    return (
      embed && {
        type: 'embed',
        ...embed,
        title: caption ?? embed.provider,
        ratio: '16 / 9',
        caption,
        poster,
      }
    )
  }
  const view = presentVideo({
    ref: fields.file as Ref<MediaDoc>,
    poster: fields.poster as Ref<MediaDoc>,
    captions: fields.captions as Ref<FileDoc>,
    tracks: list<TrackDoc>(fields.tracks),
    context,
  })
  return view && { type: 'video', video: { ...view, caption: caption ?? view.caption } }
}

const quote: Presenter = (fields, context) => {
  if (fields.testimonial) {
    // A testimonial that may not be shown leaves nothing behind, not even its author's words as plain text.
    const view = presentTestimonial(fields.testimonial as Ref<TestimonialDoc>, context)
    return view && { type: 'pullQuote', quote: view }
  }
  const words = text(fields.text)
  return words === null
    ? null
    : {
        type: 'pullQuote',
        quote: {
          text: words,
          attribution: text(fields.attribution),
          position: text(fields.position),
          organisation: null,
          portrait: null,
        },
      }
}

const timeline: Presenter = (fields) => {
  const items = list<{ date?: string; title?: string; text?: string }>(fields.items).flatMap(
    (item) => {
      const title = text(item.title)
      return title ? [{ date: text(item.date), title, text: text(item.text) }] : []
    },
  )
  return items.length > 0 ? { type: 'timeline', items } : null
}

const compare: Presenter = (fields, context) => {
  const rows = list<{ aspect?: string; left?: string; right?: string }>(fields.rows).map((row) => ({
    aspect: text(row.aspect) ?? '',
    left: text(row.left) ?? '',
    right: text(row.right) ?? '',
  }))
  return rows.length > 0
    ? {
        type: 'compare',
        left: text(fields.leftLabel) ?? context.strings.before,
        right: text(fields.rightLabel) ?? context.strings.after,
        rows,
      }
    : null
}

const embed: Presenter = (fields) => {
  const view = embedFor(text(fields.url))
  const ratio =
    { '16:9': '16 / 9', '4:3': '4 / 3', '1:1': '1 / 1' }[String(fields.ratio)] ?? '16 / 9'
  return (
    view && {
      type: 'embed',
      ...view,
      title: text(fields.title) ?? view.provider,
      ratio,
      caption: text(fields.title),
      poster: null,
    }
  )
}

const code: Presenter = (fields) => {
  const source = typeof fields.code === 'string' ? fields.code.replace(/\s+$/, '') : ''
  return source === ''
    ? null
    : {
        type: 'code',
        language: text(fields.language) ?? 'text',
        filename: text(fields.filename),
        code: source,
        caption: text(fields.caption),
        tokens: null,
      }
}

const downloads: Presenter = (fields, context) => {
  const items = list<{ document?: Ref<FileDoc>; label?: string }>(fields.items).flatMap((item) => {
    const file = populated(item.document)
    const href = ownUrl(file?.url, context)
    return file && href
      ? [
          {
            label: text(item.label) ?? file.title ?? file.filename ?? href,
            href,
            detail: fileDetail(file, context.locale),
          },
        ]
      : []
  })
  return items.length > 0 ? { type: 'downloads', items } : null
}

const callToAction: Presenter = (fields, context) => {
  const label = text(fields.label)
  const page = populated(fields.page as Ref<PageDoc>)
  const href =
    fields.kind === 'study'
      ? linkedStudyHref(fields.study as Ref<StudyDoc>, context)
      : fields.kind === 'page'
        ? page?.slug && pageHref(context, page.slug)
        : safeHref(text(fields.url))
  return label && href
    ? {
        type: 'callToAction',
        heading: text(fields.heading),
        text: text(fields.text),
        label,
        href,
        isExternal: isExternalHref(href),
      }
    : null
}

const presenters: Record<string, Presenter> = {
  metric,
  gallery,
  beforeAfter,
  video,
  quote,
  timeline,
  compare,
  embed,
  code,
  downloads,
  callToAction,
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : [])
