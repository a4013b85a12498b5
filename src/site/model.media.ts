/** Pictures and films as the components receive them. */
import type { PaletteView } from './model.ts'

/** Candidates of one shape, as `srcset` and as the one address for browsers without it. */
export type ShapeView = { src: string; srcSet: string | null; width: number; height: number }

export type ImageView = ShapeView & {
  kind: 'image'
  /** The same picture in the shapes of the presets, by their names; without the ones it does not have. */
  shapes: Record<string, ShapeView>
  alt: string
  caption: string | null
  credit: string | null
  blur: string | null
  /** Percent of width and height of the whole picture; null when nobody chose one. */
  focal: { x: number; y: number } | null
  /** What the focal point is percent of, in pixels, and the part of it that is shown, in percent. */
  whole: { width: number; height: number }
  crop: { x: number; y: number; width: number; height: number } | null
  palette: PaletteView
  /** The 1200 × 630 cut, for link previews. */
  og: string | null
}

export type TrackView = {
  src: string
  kind: 'captions' | 'subtitles' | 'descriptions'
  language: string | null
  label: string | null
  isDefault: boolean
}

export type VideoView = {
  kind: 'video'
  /** The file that every browser plays; null when there is none yet, or never. */
  src: string | null
  type: string | null
  /** HLS. */
  stream: string | null
  /** Null when there is none: then the browser draws a frame of the film. */
  poster: ImageView | null
  /** Seconds: where that frame is; null when nobody chose. */
  posterTime: number | null
  tracks: TrackView[]
  title: string
  caption: string | null
  credit: string | null
  width: number | null
  height: number | null
  /** Seconds. */
  duration: number | null
  /** The title and the length in words. */
  label: string
  /** Said instead of the film while it cannot be played. */
  problem: string | null
}

export type MediaView = ImageView | VideoView
