/** Images and videos: real candidates for `srcset`, focal point, blur placeholder and the room in their colour. */
import { placeholderColor, roomFrom } from '../color.ts'
import { populated, type FileDoc, type MediaDoc, type Ref } from '../documents.ts'
import type { ImageView, MediaView, PaletteView, VideoView } from '../model.ts'
import { ownUrl, type PresentContext } from './context.ts'

/** The image behind a relationship, or null when there is none or it is no image. */
export const presentImage = (ref: Ref<MediaDoc>, context: PresentContext): ImageView | null => {
  const media = populated(ref)
  const src = media && ownUrl(media.url, context)
  if (!media || !src || isVideo(media)) {
    return null
  }
  const width = media.width ?? 1600
  const height = media.height ?? 1000
  const candidates = candidatesOf({ media, src, width, context })
  const preferred = candidates.find((candidate) => candidate.width >= 1280) ?? candidates.at(-1)
  return {
    kind: 'image',
    src: preferred?.url ?? src,
    srcSet:
      candidates.length > 1
        ? candidates.map(({ url, width: w }) => `${url} ${w}w`).join(', ')
        : null,
    width,
    height,
    alt: media.alt?.trim() ?? '',
    caption: media.caption?.trim() || null,
    credit: media.credit?.trim() || null,
    blur: media.blurDataUrl?.startsWith('data:image/') ? media.blurDataUrl : null,
    focal: { x: media.focalX ?? 50, y: media.focalY ?? 50 },
    palette: roomFrom(media.palette?.dominant ?? '#6b6b6b'),
    og: ownUrl(media.sizes?.og?.url, context) ?? src,
  }
}

export const presentVideo = ({
  ref,
  poster,
  captions,
  context,
}: {
  ref: Ref<MediaDoc>
  poster?: Ref<MediaDoc>
  captions?: Ref<FileDoc>
  context: PresentContext
}): VideoView | null => {
  const media = populated(ref)
  const src = media && ownUrl(media.url, context)
  if (!media || !src) {
    return null
  }
  return {
    kind: 'video',
    src,
    type: media.mimeType ?? null,
    poster: presentImage(poster, context),
    captions: ownUrl(populated(captions)?.url, context),
    title: media.alt?.trim() || media.filename || context.strings.play,
    caption: media.caption?.trim() || null,
    credit: media.credit?.trim() || null,
    width: media.width ?? null,
    height: media.height ?? null,
  }
}

export const presentMedia = (ref: Ref<MediaDoc>, context: PresentContext): MediaView | null => {
  const media = populated(ref)
  return media && isVideo(media)
    ? presentVideo({ ref: media, context })
    : presentImage(ref, context)
}

/** The room for something: in the colour of its cover, or a stable colour of its own when there is none. */
export const paletteFor = ({
  image,
  seed,
  context,
}: {
  image: ImageView | null
  seed: string
  context: PresentContext
}): PaletteView => image?.palette ?? roomFrom(placeholderColor({ brand: context.brand, seed }))

export const fileDetail = (
  file: { mimeType?: string | null; filesize?: number | null; filename?: string | null },
  locale: string,
) => {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file.filename ?? '')?.[1]?.toUpperCase()
  const size = file.filesize ? formatBytes(file.filesize, locale) : null
  return [extension, size].filter(Boolean).join(', ') || null
}

const isVideo = (media: MediaDoc): boolean => media.mimeType?.startsWith('video/') ?? false

const formatBytes = (bytes: number, locale: string): string => {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, bytes / 1e3), 'kilobyte']
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}

type Candidate = { url: string; width: number }

/** Sizes that keep the picture's own shape; the 1200 × 630 cut for link previews is another picture. */
const candidatesOf = ({
  media,
  src,
  width,
  context,
}: {
  media: MediaDoc
  src: string
  width: number
  context: PresentContext
}): Candidate[] => {
  const sizes = Object.entries(media.sizes ?? {}).flatMap(([name, size]) => {
    const url = name === 'og' ? null : ownUrl(size?.url, context)
    return url && size?.width ? [{ url, width: size.width }] : []
  })
  const isResizable = !(media.mimeType ?? '').includes('svg')
  const largest = Math.max(0, ...sizes.map((size) => size.width))
  // An original far larger than the largest size would only cost time.
  const original =
    !isResizable || (width > largest && width <= 2600) || sizes.length === 0
      ? [{ url: src, width }]
      : []
  const unique = new Map([...sizes, ...original].map((candidate) => [candidate.width, candidate]))
  return [...unique.values()].sort((a, b) => a.width - b.width)
}
