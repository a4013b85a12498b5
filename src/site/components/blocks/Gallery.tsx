/** Several pictures: on a grid, in justified rows that keep every picture's shape, or side by side to swipe. */
import type { CSSProperties } from 'react'
import type { BlockNode, ImageView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'
import type { Widths } from '../widths.ts'
import { Carousel } from './Carousel.tsx'
import { justifiedSizes } from './justified.ts'

export const Gallery = ({
  node,
  strings,
  widths,
}: {
  node: Extract<BlockNode, { type: 'gallery' }>
  strings: Strings
  widths: Widths
}) => {
  const sizes = sizesOf({ node, widths })
  const items = node.images.map((image, index) => (
    <Item
      key={index}
      image={image}
      // Only a grid has one shape for all; a single picture keeps its own.
      preset={node.layout === 'grid' && node.images.length > 1 ? 'card' : undefined}
      sizes={sizes[index]!}
    />
  ))
  return node.layout === 'carousel' && node.images.length > 1 ? (
    <Carousel label={strings.figure} previous={strings.previous} next={strings.next}>
      {items}
    </Carousel>
  ) : (
    <div className={`gallery is-${node.layout} wide`} data-count={node.images.length}>
      {items}
    </div>
  )
}

const Item = ({
  image,
  preset,
  sizes,
}: {
  image: ImageView
  preset: 'card' | undefined
  sizes: string
}) => (
  <figure className="gallery-item" style={{ '--ratio': ratioOf(image) } as CSSProperties}>
    <Picture image={image} preset={preset} sizes={sizes} />
    <Caption caption={image.caption} credit={image.credit} />
  </figure>
)

/** One for each picture. */
const sizesOf = ({
  node: { images, layout },
  widths,
}: {
  node: Extract<BlockNode, { type: 'gallery' }>
  widths: Widths
}): string[] => {
  const ratios = images.map(ratioOf)
  if (layout === 'carousel' && images.length > 1) {
    // As `media.css` sets them.
    return ratios.map((ratio) => `min(86vw, ${Math.ceil(ratio * 65)}vh)`)
  }
  if (layout === 'justified') {
    return justifiedSizes({ ratios, rows: widths.rows })
  }
  const size = images.length === 1 ? widths.wide : images.length === 2 ? widths.half : widths.third
  return images.map(() => size)
}

export const ratioOf = (image: ImageView): number =>
  Math.round((image.width / Math.max(1, image.height)) * 1000) / 1000
