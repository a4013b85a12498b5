// A picture or a film as the APIs answer with it, as far as showing it needs. Structural, so that
// documents of any project's generated types fit.

type Maybe<T> = T | null | undefined

/** One preset of a picture, or of the picture that stands for a film. */
export type MediaSize = {
  url?: Maybe<string>
  /** Pixels. */
  width?: Maybe<number>
  height?: Maybe<number>
  /** `url 320w, url 640w`; `null` when there is one width only. */
  srcset?: Maybe<string>
}

export type MediaVideo = {
  mp4?: Maybe<string>
  mimeType?: Maybe<string>
  /** HLS. */
  stream?: Maybe<string>
  poster?: Maybe<MediaSize>
  /** Seconds. */
  duration?: Maybe<number>
}

export type MediaDocument = {
  alt?: Maybe<string>
  mimeType?: Maybe<string>
  /** The file itself. */
  url?: Maybe<string>
  /** Pixels of the whole file, upright. */
  width?: Maybe<number>
  height?: Maybe<number>
  /** The picture's own shape. */
  srcset?: Maybe<string>
  sizes?: Maybe<Record<string, Maybe<MediaSize>>>
  /** Percent of width and height. */
  focalX?: Maybe<number>
  focalY?: Maybe<number>
  /** Percent; what is outside is not shown. */
  crop?: Maybe<{
    x?: Maybe<number>
    y?: Maybe<number>
    width?: Maybe<number>
    height?: Maybe<number>
  }>
  blurDataUrl?: Maybe<string>
  asset?: Maybe<{
    driver?: Maybe<string>
    hasAlpha?: Maybe<boolean>
    /** Of a film: a frame of it is kept. */
    hasPoster?: Maybe<boolean>
  }>
  video?: Maybe<MediaVideo>
  /** Seconds: the frame that stands for a film. */
  posterTime?: Maybe<number>
}

/** Captions, subtitles or descriptions of a film, as WebVTT. */
export type MediaTrack = {
  src: string
  kind: 'captions' | 'subtitles' | 'descriptions'
  /** BCP 47: `en`, `de`. */
  language?: Maybe<string>
  /** As the player lists it. */
  label?: Maybe<string>
  isDefault?: boolean
}
