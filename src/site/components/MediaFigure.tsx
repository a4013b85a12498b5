/** A picture or a film with its caption and credit. */
import type { MediaView } from '../model.ts'
import { Film } from './Film.tsx'
import { Picture } from './Picture.tsx'

type MediaFigureProps = {
  media: MediaView
  caption?: string | null
  className?: string
  sizes: string
}

export const MediaFigure = ({ media, caption, className = 'wide', sizes }: MediaFigureProps) => (
  <figure
    className={`media ${className}`}
    // Browsers that do not play a stream themselves are helped (`filmIsland.ts`).
    data-island={media.kind === 'video' && media.stream ? 'film' : undefined}
  >
    {media.kind === 'image' ? (
      <Picture image={media} sizes={sizes} />
    ) : (
      <Film film={media} sizes={sizes} />
    )}
    <Caption caption={caption === undefined ? media.caption : caption} credit={media.credit} />
  </figure>
)

export const Caption = ({
  caption,
  credit,
  label,
}: {
  caption: string | null
  credit?: string | null
  label?: string
}) =>
  caption || credit || label ? (
    <figcaption>
      {label && <span className="caption-label">{label}</span>} {caption}{' '}
      {credit && <small className="credit">{credit}</small>}
    </figcaption>
  ) : null
