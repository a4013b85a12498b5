/** An image that keeps its place: candidates of the right shape, a blurred stand-in, and the focal point in view. */
import type { CSSProperties } from 'react'
import { Picture as MediaPicture } from '../../../plugins/media/exports/react.tsx'
import type { MediaDocument, MediaSize } from '../../../plugins/media/exports/types.ts'
import type { ArtDirection } from '../../../plugins/media/exports/url.ts'
import type { ImageView, ShapeView } from '../model.ts'

export type PictureProps = {
  image: ImageView
  /** The shape that it is shown in; its own when left out. */
  preset?: 'card' | 'banner' | 'portrait' | 'square'
  /**
   * How wide it will be shown, for the browser to choose among the candidates. Full-width pictures say 88vw on
   * phones: the next larger file would double the download for a difference that no eye sees.
   */
  sizes: string
  /** Other shapes for other windows, in the order in which they are tried. */
  sources?: readonly ArtDirection[]
  className?: string
  /** For the one picture that is seen first: loads at once, before everything else. */
  isPriority?: boolean
  /** At once, but after what matters more: a logo. */
  isEager?: boolean
  /** Beside a text that says the same: hidden from screen readers. */
  isDecorative?: boolean
  style?: CSSProperties
}

export const Picture = ({ image, ...rest }: PictureProps) => (
  <MediaPicture media={documentOf(image)} {...rest} />
)

const documentOf = ({ blur, crop, focal, shapes, whole, ...image }: ImageView): MediaDocument => ({
  alt: image.alt,
  url: image.src,
  ...whole,
  crop,
  focalX: focal?.x ?? null,
  focalY: focal?.y ?? null,
  blurDataUrl: blur,
  sizes: {
    wide: sizeOf(image),
    ...Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, sizeOf(shape)])),
  },
})

const sizeOf = ({ height, src, srcSet, width }: ShapeView): MediaSize => ({
  url: src,
  srcset: srcSet,
  width,
  height,
})
