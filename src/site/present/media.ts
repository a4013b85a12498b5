/** Pictures: real candidates for every shape, focal point, blur placeholder and the room in their colour. */
import type { MediaSize } from '../../../plugins/media/exports/types.ts'
import { hasFrame, isFilm } from '../../../plugins/media/exports/url.ts'
import { placeholderColor, roomFrom } from '../color.ts'
import { populated, type MediaDoc, type Ref } from '../documents.ts'
import type { ImageView, PaletteView, ShapeView } from '../model.ts'
import { ownUrl, type PresentContext } from './context.ts'

/** The preset that keeps a picture's own shape, and the one of link previews, which no page shows. */
const ownShape = 'wide'
const previewShape = 'og'

/** The picture behind a relationship, or null when there is none. Of a film it is the poster. */
export const presentImage = (ref: Ref<MediaDoc>, context: PresentContext): ImageView | null => {
  const media = populated(ref)
  const own = media && presentOwnShape(media, context)
  if (!media || !own) {
    return null
  }
  const hasBlur = media.blurDataUrl?.startsWith('data:image/') && !media.asset?.hasAlpha
  return {
    kind: 'image',
    ...own,
    shapes: Object.fromEntries(
      Object.entries(media.sizes ?? {}).flatMap(([name, size]) => {
        const shape =
          name === ownShape || name === previewShape ? null : presentShape(size, context)
        return shape ? [[name, shape]] : []
      }),
    ),
    alt: media.alt?.trim() ?? '',
    caption: media.caption?.trim() || null,
    credit: media.credit?.trim() || null,
    blur: hasBlur ? (media.blurDataUrl ?? null) : null,
    focal:
      typeof media.focalX === 'number' && typeof media.focalY === 'number'
        ? { x: media.focalX, y: media.focalY }
        : null,
    whole: { width: media.width ?? own.width, height: media.height ?? own.height },
    crop: cropOf(media),
    palette: roomFrom(media.palette?.dominant ?? '#6b6b6b'),
    og: ownUrl(media.sizes?.[previewShape]?.url, context) ?? own.src,
  }
}

/** The same picture as lists show it: hundreds of them are read with each request for an index. */
export const forLists = (image: ImageView | null): ImageView | null =>
  image && {
    ...image,
    srcSet: upTo(image.srcSet, 1920),
    shapes: image.shapes.card ? { card: image.shapes.card } : {},
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

/** Which addresses a document without renditions has: the file itself. */
const presentOwnShape = (media: MediaDoc, context: PresentContext): ShapeView | null => {
  const size = media.sizes?.[ownShape]
  if (isFilm(media)) {
    return hasFrame(media) ? presentShape(media.video?.poster, context) : null
  }
  const shape = presentShape(size, context)
  if (shape) {
    return shape
  }
  const src = ownUrl(media.url, context)
  return src
    ? {
        src,
        srcSet: ownSrcSet(media.srcset, context),
        width: media.width ?? 1600,
        height: media.height ?? 1000,
      }
    : null
}

const presentShape = (
  size: MediaSize | null | undefined,
  context: PresentContext,
): ShapeView | null => {
  const src = ownUrl(size?.url, context)
  return src && size?.width && size.height
    ? { src, srcSet: ownSrcSet(size.srcset, context), width: size.width, height: size.height }
    : null
}

/** Addresses have commas of their own; candidates are parted by a comma and a space. */
const ownSrcSet = (srcset: string | null | undefined, context: PresentContext): string | null => {
  const candidates = (srcset ?? '').split(', ').flatMap((candidate) => {
    const [, address, width] = /^(\S+) (\d+w)$/.exec(candidate) ?? []
    const url = ownUrl(address, context)
    return url ? [`${url} ${width}`] : []
  })
  return candidates.length > 1 ? candidates.join(', ') : null
}

/** The candidates up to a width, one at least. */
const upTo = (srcSet: string | null, widest: number): string | null =>
  srcSet &&
  (srcSet
    .split(', ')
    .filter((candidate) => Number(/ (\d+)w$/.exec(candidate)?.[1] ?? 0) <= widest)
    .join(', ') ||
    srcSet)

const cropOf = ({ crop }: MediaDoc): ImageView['crop'] => {
  const { height, width, x, y } = crop ?? {}
  return typeof x === 'number' &&
    typeof y === 'number' &&
    typeof width === 'number' &&
    typeof height === 'number'
    ? { x, y, width, height }
    : null
}
