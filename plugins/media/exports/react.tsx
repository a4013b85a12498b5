// Pictures and films for React. Plain functions of a document: they work in server components, need no
// script in the browser and keep their place before anything has loaded.
import type { ComponentProps, CSSProperties } from 'react'
import type { MediaDocument, MediaSize, MediaTrack } from './types.ts'
import { durationInWords, hasFrame, isFilm, pictureAttributes, type PictureOptions } from './url.ts'

export type PictureProps = PictureOptions & {
  media: MediaDocument
  /** Instead of the document's own description. */
  alt?: string | undefined
  /** The one picture that is seen first: loaded at once, before everything else. */
  isPriority?: boolean | undefined
  /** At once, but after what matters more: a logo. */
  isEager?: boolean | undefined
  /** Beside a text that says the same: hidden from screen readers. */
  isDecorative?: boolean | undefined
  className?: string | undefined
  style?: CSSProperties | undefined
}

/**
 * A picture, or the poster of a film, with candidates for every screen.
 *
 * With `sources` the `<img>` stands in a `<picture>` that has no box of its own.
 *
 * @example
 * <Picture
 *   media={study.cover}
 *   preset="banner"
 *   sizes="(min-width: 60rem) 50vw, 100vw"
 *   sources={[{ media: '(max-width: 640px)', preset: 'portrait' }]}
 * />
 */
export const Picture = ({
  media,
  alt,
  className,
  isDecorative = false,
  isEager = false,
  isPriority = false,
  style,
  ...options
}: PictureProps) => {
  const found = pictureAttributes(media, options)
  if (!found) {
    return null
  }
  const image = (
    <img
      className={className}
      src={found.src}
      srcSet={found.srcset ?? undefined}
      sizes={found.sizes ?? undefined}
      width={found.width ?? undefined}
      height={found.height ?? undefined}
      alt={isDecorative ? '' : (alt ?? media.alt ?? '')}
      loading={isPriority || isEager ? 'eager' : 'lazy'}
      decoding={isPriority ? 'auto' : 'async'}
      fetchPriority={isPriority ? 'high' : isEager ? 'low' : undefined}
      style={{ objectPosition: found.position, ...blurOf(media, found.position), ...style }}
    />
  )
  return found.sources.length === 0 ? (
    image
  ) : (
    <picture style={{ display: 'contents' }}>
      {found.sources.map((source) => (
        <source
          key={source.media}
          media={source.media}
          srcSet={source.srcset}
          sizes={source.sizes ?? undefined}
          width={source.width ?? undefined}
          height={source.height ?? undefined}
        />
      ))}
      {image}
    </picture>
  )
}

export type VideoProps = Omit<ComponentProps<'video'>, 'src' | 'poster' | 'children'> & {
  media: MediaDocument
  tracks?: readonly MediaTrack[] | undefined
  /** Another picture than the film's own poster. */
  poster?: MediaSize | null | undefined
  /** What a screen reader calls it. Default: the description and the length. */
  label?: string | undefined
  /** For the length in words. Default `en`. */
  locale?: string | undefined
  /** Told instead of the film by browsers that play none. */
  fallback?: string | undefined
}

/**
 * A film. Browsers that play HLS themselves take the stream, all others the file. With a poster nothing else
 * is loaded before somebody presses play; without one the browser reads as much of the file as it needs to
 * draw the frame at `posterTime`, by default the one after a second.
 *
 * Its shape is also there as `--ratio`, for style sheets that limit its height.
 *
 * @returns `null` when the document has nothing to play.
 */
export const Video = ({
  media,
  fallback,
  label,
  locale,
  poster,
  style,
  tracks = [],
  ...rest
}: VideoProps) => {
  const { video } = media
  const file = video?.mp4 ?? (isFilm(media) ? media.url : null)
  if (!file && !video?.stream) {
    return null
  }
  const picture = poster ?? (hasFrame(media) ? video?.poster : null)
  const width = media.width ?? picture?.width ?? undefined
  const height = media.height ?? picture?.height ?? undefined
  const name =
    label ?? [media.alt, durationInWords(video?.duration, locale)].filter(Boolean).join(', ')
  return (
    <video
      controls
      playsInline
      preload={picture?.url ? 'none' : 'metadata'}
      aria-label={name || undefined}
      poster={picture?.url ?? undefined}
      width={width}
      height={height}
      // Files of captions on another host are only read when the host is asked for leave.
      crossOrigin={tracks.some(({ src }) => /^(https?:)?\/\//.test(src)) ? 'anonymous' : undefined}
      {...rest}
      style={{ ...(width && height ? shapeOf(width, height) : {}), ...style }}
    >
      {video?.stream && <source src={video.stream} type="application/vnd.apple.mpegurl" />}
      {file && (
        <source
          src={picture?.url ? file : `${file}#t=${media.posterTime || 1}`}
          type={(video?.mimeType ?? media.mimeType) || undefined}
        />
      )}
      {tracks.map((track) => (
        <track
          key={`${track.kind} ${track.src}`}
          kind={track.kind}
          src={track.src}
          srcLang={track.language ?? undefined}
          label={track.label ?? undefined}
          default={track.isDefault || undefined}
        />
      ))}
      {file && <a href={file}>{fallback ?? (name || file)}</a>}
    </video>
  )
}

const shapeOf = (width: number, height: number): CSSProperties => {
  const ratio = `${width} / ${height}`
  return { aspectRatio: ratio, '--ratio': ratio } as CSSProperties
}

/** Only what is plainly data can be put into a style sheet. */
const BLUR = /^data:image\/[a-z+]+;base64,[A-Za-z0-9+/=]+$/

const blurOf = (media: MediaDocument, position: string): CSSProperties =>
  media.blurDataUrl && BLUR.test(media.blurDataUrl) && !media.asset?.hasAlpha
    ? {
        backgroundImage: `url("${media.blurDataUrl}")`,
        backgroundSize: 'cover',
        backgroundPosition: position,
      }
    : {}
