// What a page writes about a picture, without a framework: attributes, a tag as text, and single
// addresses. No React and no Node, so that it works in templates, in browsers and at the edge.
import { deliveryPath, renditionOf, type ResourceType } from '../grammar/index.ts'
import { focalPosition } from './focal.ts'
import type { MediaDocument, MediaSize } from './types.ts'

/** Another shape where the media query holds, as a portrait on telephones. The first that holds wins. */
export type ArtDirection = {
  media: string
  preset: string
  /** As the attribute; those of the picture when left out. */
  sizes?: string
}

export type PictureOptions = {
  /** Default `wide`: the picture's own shape. One that the document does not have falls back to it. */
  preset?: string
  /** How wide it is shown, as the `sizes` attribute. Default `100vw`. */
  sizes?: string
  sources?: readonly ArtDirection[]
}

export type PictureSource = {
  media: string
  srcset: string
  sizes: string | null
  width: number | null
  height: number | null
}

export type PictureAttributes = {
  src: string
  /** `null` when there is one width only. */
  srcset: string | null
  sizes: string | null
  /** Pixels of `src`; with them the page keeps the picture's place free. */
  width: number | null
  height: number | null
  /** Where the focal point lies, for `object-position`, should the page crop further. */
  position: string
  sources: PictureSource[]
}

/**
 * The attributes of `<img>` and of the `<source>` elements before it.
 *
 * @returns `null` when there is nothing to show: a document that is no picture, or a film without a poster.
 * @example
 * const cover = pictureAttributes(study.cover, {
 *   preset: 'banner',
 *   sizes: '(min-width: 60rem) 50vw, 100vw',
 *   sources: [{ media: '(max-width: 40rem)', preset: 'portrait' }],
 * })
 */
export const pictureAttributes = (
  media: MediaDocument,
  { preset = OWN_SHAPE, sizes = '100vw', sources = [] }: PictureOptions = {},
): PictureAttributes | null => {
  const size = sizeOf({ media, preset })
  if (!size) {
    return null
  }
  const first = new Map<string, ArtDirection>()
  for (const source of sources) {
    // A second one under the same condition would never be reached.
    if (!first.has(source.media)) {
      first.set(source.media, source)
    }
  }
  return {
    src: size.url,
    srcset: size.srcset,
    sizes: size.srcset && sizes,
    width: size.width,
    height: size.height,
    position: focalPosition({ media, ...size }),
    sources: [...first.values()].flatMap((source) => {
      const own = media.sizes?.[source.preset]?.url
        ? sizeOf({ media, preset: source.preset })
        : null
      return own
        ? [
            {
              media: source.media,
              srcset: own.srcset ?? own.url,
              sizes: own.srcset && (source.sizes ?? sizes),
              width: own.width,
              height: own.height,
            },
          ]
        : []
    }),
  }
}

export type PictureTagOptions = PictureOptions & {
  /** Instead of the document's own description. */
  alt?: string
  className?: string
  /** The one picture that is seen first: loaded at once, before everything else. */
  isPriority?: boolean
  /** Beside a text that says the same: hidden from screen readers. */
  isDecorative?: boolean
}

/** A picture as HTML, escaped; `''` when there is nothing to show. */
export const pictureTag = (
  media: MediaDocument,
  { alt, className, isDecorative = false, isPriority = false, ...options }: PictureTagOptions = {},
): string => {
  const found = pictureAttributes(media, options)
  if (!found) {
    return ''
  }
  const { height, position, sizes, sources, src, srcset, width } = found
  const image = tag('img', {
    class: className,
    src,
    srcset,
    sizes,
    width,
    height,
    alt: isDecorative ? '' : (alt ?? media.alt ?? ''),
    loading: isPriority ? 'eager' : 'lazy',
    decoding: isPriority ? 'auto' : 'async',
    fetchpriority: isPriority ? 'high' : null,
    style: position === CENTRE ? null : `object-position:${position}`,
  })
  return sources.length === 0
    ? image
    : `<picture>${sources.map((source) => tag('source', source)).join('')}${image}</picture>`
}

/** What {@link limitUrl} needs of a document; `GET /api/media` answers with it. */
export type AddressableMedia = {
  asset?: {
    publicId?: string | null
    version?: number | null
    resourceType?: string | null
    deliveryType?: string | null
  } | null
  exposure?: string | null
  width?: number | null
  height?: number | null
  crop?: MediaDocument['crop']
}

/** The widths of addresses that need no signature, in pixels. */
export const LADDER = [320, 480, 640, 960, 1280, 1600, 1920, 2560] as const

/**
 * The address of a public picture in its own shape, made without asking a server:
 * `c_limit,w_640/f_auto,q_auto`. Never enlarged.
 *
 * @param base Up to the resource type: `https://res.cloudinary.com/<cloud>`, or `<origin>/media`.
 * @param width Pixels wanted; the next step of {@link LADDER} is taken.
 * @returns `null` for what has no such address: a file that is not public, a film, a document, and a
 * picture that was cropped, of which this would show what was cut away. Its `srcset` has its addresses.
 */
export const limitUrl = ({
  base,
  width,
  ...file
}: {
  base: string
  width: number
} & ({ media: AddressableMedia } | { publicId: string; version: number })): string | null => {
  const found = 'media' in file ? publicPicture(file.media) : file
  if (!found) {
    return null
  }
  const step = LADDER.find((candidate) => candidate >= width) ?? LADDER[LADDER.length - 1]!
  const { transformation } = renditionOf({
    // As if it were as large as can be: the address says "at most".
    picture: { width: step, height: step },
    preset: { name: OWN_SHAPE, label: OWN_SHAPE, widths: LADDER, ratio: null },
    width: step,
  })
  const path = deliveryPath({
    resourceType: 'image' satisfies ResourceType,
    deliveryType: 'upload',
    transformation,
    version: found.version,
    publicId: found.publicId,
    extension: null,
    signature: null,
  })
  return base.replace(/\/+$/, '') + path
}

/** Whether a document is a film. */
export const isFilm = ({ mimeType, video }: Pick<MediaDocument, 'mimeType' | 'video'>): boolean =>
  Boolean(video) || (mimeType?.startsWith('video/') ?? false)

/**
 * Whether there is a frame to show of a film. The local driver draws a plain surface for one of which it was given
 * none; the browser can do better with the film itself.
 */
export const hasFrame = ({ asset }: Pick<MediaDocument, 'asset'>): boolean =>
  asset?.driver !== 'local' || Boolean(asset.hasPoster)

/** `2 minutes 5 seconds`, in words of the language; `''` when the length is not known. */
export const durationInWords = (seconds: number | null | undefined, locale = 'en'): string => {
  const whole = Math.round(seconds ?? 0)
  const parts = [
    ['hour', Math.floor(whole / 3600)],
    ['minute', Math.floor(whole / 60) % 60],
    ['second', whole % 60],
  ] as const
  return parts
    .filter(([, value]) => value > 0)
    .map(([unit, value]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value),
    )
    .join(' ')
}

/** The preset that keeps a picture's own shape. */
const OWN_SHAPE = 'wide'
const CENTRE = '50% 50%'

type Size = {
  url: string
  srcset: string | null
  width: number | null
  height: number | null
  /** The file itself, of which nothing is cut away. */
  isOriginal: boolean
}

/** One preset of a picture, or its own shape where it has no such preset. */
const sizeOf = ({ media, preset }: { media: MediaDocument; preset: string }): Size | null => {
  if (isFilm(media) && !hasFrame(media)) {
    return null
  }
  const size = media.sizes?.[preset]
  if (size?.url) {
    return { ...sizeFrom(size, size.url), isOriginal: false }
  }
  if (isFilm(media)) {
    const poster = media.video?.poster ?? media.sizes?.[OWN_SHAPE]
    return poster?.url ? { ...sizeFrom(poster, poster.url), isOriginal: false } : null
  }
  const own = preset === OWN_SHAPE ? null : media.sizes?.[OWN_SHAPE]
  if (own?.url) {
    return { ...sizeFrom(own, own.url), isOriginal: false }
  }
  const isPicture = !media.mimeType || media.mimeType.startsWith('image/')
  return media.url && isPicture
    ? { ...sizeFrom(media, middleOf(media.srcset) ?? media.url), isOriginal: true }
    : null
}

/** What a browser without `srcset` gets: neither the least nor the file as it came from a camera. */
const middleOf = (srcset: string | null | undefined): string | null => {
  const candidates = (srcset ?? '').split(', ').flatMap((candidate) => {
    const [, url, width] = /^(\S+) (\d+)w$/.exec(candidate) ?? []
    return url ? [{ url, width: Number(width) }] : []
  })
  return (candidates.find(({ width }) => width >= 1280) ?? candidates.at(-1))?.url ?? null
}

const sizeFrom = (size: MediaSize, url: string): Omit<Size, 'isOriginal'> => ({
  url,
  srcset: withoutRepeats(size.srcset),
  width: size.width ?? null,
  height: size.height ?? null,
})

/** A small picture fills several steps of a ladder with the same width; one of them is enough. */
const withoutRepeats = (srcset: string | null | undefined): string | null => {
  const byWidth = new Map<string, string>()
  for (const candidate of (srcset ?? '').split(', ')) {
    const width = / (\d+w)$/.exec(candidate)?.[1]
    if (width && !byWidth.has(width)) {
      byWidth.set(width, candidate)
    }
  }
  return byWidth.size > 1 ? [...byWidth.values()].join(', ') : null
}

const publicPicture = ({
  asset,
  crop,
  exposure,
}: AddressableMedia): { publicId: string; version: number } | null => {
  const isCropped = (crop?.width ?? 100) < 100 || (crop?.height ?? 100) < 100
  return asset?.publicId &&
    asset.version &&
    asset.resourceType === 'image' &&
    asset.deliveryType === 'upload' &&
    (exposure ?? 'public') === 'public' &&
    !isCropped
    ? { publicId: asset.publicId, version: asset.version }
    : null
}

/** Attributes that are `null` or undefined are left out. */
const tag = (
  name: string,
  attributes: Record<string, string | number | null | undefined>,
): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeHtml(String(value))}"`],
  )
  return `<${name}${written.join('')}>`
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
