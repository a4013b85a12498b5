/** A picture or a video with its caption and credit. */
import type { MediaView } from '../model.ts'
import type { Strings } from '../strings/index.ts'
import { Picture } from './Picture.tsx'

type MediaFigureProps = {
  media: MediaView
  caption?: string | null
  strings: Strings
  className?: string
  sizes?: string
  isPriority?: boolean
}

export const MediaFigure = ({
  media,
  caption,
  className = 'wide',
  sizes,
  isPriority,
}: MediaFigureProps) => (
  <figure className={`media ${className}`}>
    {media.kind === 'image' ? (
      <Picture
        image={media}
        sizes={sizes ?? '(min-width: 1100px) 1040px, 100vw'}
        isPriority={isPriority}
      />
    ) : (
      <video
        controls
        preload="none"
        playsInline
        poster={media.poster?.src}
        aria-label={media.title}
        width={media.width ?? media.poster?.width ?? undefined}
        height={media.height ?? media.poster?.height ?? undefined}
      >
        <source src={media.src} type={media.type ?? undefined} />
        {media.captions && <track kind="captions" src={media.captions} default />}
        <a href={media.src}>{media.title}</a>
      </video>
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
