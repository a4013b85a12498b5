/** An image that keeps its place: real candidates, a blurred stand-in, and a crop that respects the focal point. */
import type { CSSProperties } from 'react'
import type { ImageView } from '../model.ts'

export type PictureProps = {
  image: ImageView
  /**
   * How wide it will be shown, for the browser to choose among `srcset`. Full-width pictures say 88vw on phones: the
   * next larger file would double the download for a difference that no eye sees.
   */
  sizes: string
  className?: string
  /** For the one picture that is seen first: loads at once, before everything else. */
  isPriority?: boolean
  /** At once, but after what matters more: a logo. */
  isEager?: boolean
  /** Beside a text that says the same: hidden from screen readers. */
  isDecorative?: boolean
  style?: CSSProperties
}

export const Picture = ({
  image,
  sizes,
  className,
  isPriority = false,
  isEager = false,
  isDecorative = false,
  style,
}: PictureProps) => (
  <img
    className={className}
    src={image.src}
    srcSet={image.srcSet ?? undefined}
    sizes={image.srcSet ? sizes : undefined}
    width={image.width}
    height={image.height}
    alt={isDecorative ? '' : image.alt}
    loading={isPriority || isEager ? 'eager' : 'lazy'}
    decoding={isPriority ? 'auto' : 'async'}
    fetchPriority={isPriority ? 'high' : undefined}
    style={{
      objectPosition: `${image.focal.x}% ${image.focal.y}%`,
      ...(image.blur
        ? {
            backgroundImage: `url("${image.blur}")`,
            backgroundSize: 'cover',
            backgroundPosition: `${image.focal.x}% ${image.focal.y}%`,
          }
        : {}),
      ...style,
    }}
  />
)
