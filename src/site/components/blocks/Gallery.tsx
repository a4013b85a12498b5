/** Several pictures: on a grid, in justified rows that keep every picture's shape, or side by side to swipe. */
import type { CSSProperties } from 'react'
import type { BlockNode, ImageView } from '../../model.ts'
import type { Strings } from '../../strings/index.ts'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'
import { Carousel } from './Carousel.tsx'

export const Gallery = ({
  node,
  strings,
}: {
  node: Extract<BlockNode, { type: 'gallery' }>
  strings: Strings
}) => {
  const items = node.images.map((image, index) => (
    <Item key={index} image={image} layout={node.layout} />
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

const Item = ({ image, layout }: { image: ImageView; layout: string }) => (
  <figure className="gallery-item" style={{ '--ratio': ratioOf(image) } as CSSProperties}>
    <Picture
      image={image}
      sizes={
        layout === 'carousel' ? '(min-width: 900px) 70vw, 88vw' : '(min-width: 900px) 50vw, 100vw'
      }
    />
    <Caption caption={image.caption} credit={image.credit} />
  </figure>
)

export const ratioOf = (image: ImageView): number =>
  Math.round((image.width / Math.max(1, image.height)) * 1000) / 1000
