/** Several pictures: on a grid, in justified rows that keep every picture's shape, or side by side to swipe. */
import type { CSSProperties } from 'react'
import type { BlockNode, ImageView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'
import type { Widths } from '../widths.ts'
import { Carousel } from './Carousel.tsx'

export const Gallery = ({
  node,
  strings,
  widths,
}: {
  node: Extract<BlockNode, { type: 'gallery' }>
  strings: Strings
  widths: Widths
}) => {
  const items = node.images.map((image, index) => (
    <Item
      key={index}
      image={image}
      // Only a grid has one shape for all; a single picture keeps its own.
      preset={node.layout === 'grid' && node.images.length > 1 ? 'card' : undefined}
      sizes={sizesOf({ index, node, widths })}
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

const sizesOf = ({
  index,
  node: { images, layout },
  widths,
}: {
  index: number
  node: Extract<BlockNode, { type: 'gallery' }>
  widths: Widths
}): string => {
  if (layout === 'carousel' && images.length > 1) {
    return '(min-width: 62rem) 60vw, 84vw'
  }
  if (layout === 'justified') {
    // Whichever is left over takes a row of its own.
    return index === images.length - 1 && images.length % 2 === 1 ? widths.wide : widths.half
  }
  return images.length === 1 ? widths.wide : images.length === 2 ? widths.half : widths.third
}

export const ratioOf = (image: ImageView): number =>
  Math.round((image.width / Math.max(1, image.height)) * 1000) / 1000
