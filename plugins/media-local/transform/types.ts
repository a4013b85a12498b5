// What a transformation comes to, between its address and sharp.

export type Length = { value: number; isShare: boolean }

export const COMPASS = {
  center: [0.5, 0.5],
  north: [0.5, 0],
  south: [0.5, 1],
  west: [0, 0.5],
  east: [1, 0.5],
  north_west: [0, 0],
  north_east: [1, 0],
  south_west: [0, 1],
  south_east: [1, 1],
} as const satisfies Record<string, readonly [number, number]>

export type Compass = keyof typeof COMPASS

/** `attention` is libvips's guess at what people look at; it stands for `auto` and `face`. */
export type Gravity = Compass | 'xy_center' | 'attention'

export type Colour = { r: number; g: number; b: number; alpha: number }

export type CropMode = 'scale' | 'fit' | 'limit' | 'fill' | 'lfill' | 'crop' | 'pad'

export type ResizeOp = {
  kind: 'resize'
  mode: CropMode
  w: Length | null
  h: Length | null
  /** Width by height. */
  ratio: number | null
  gravity: Gravity | null
  x: Length | null
  y: Length | null
  background: Colour | null
}

export type Op =
  | ResizeOp
  | { kind: 'turn'; degrees: 90 | 180 | 270 }
  | { kind: 'blur'; strength: number }
  | { kind: 'round'; radius: number | 'max' }
  | { kind: 'background'; colour: Colour }

export type AutoQuality = 'best' | 'good' | 'eco' | 'low'
export type Quality = number | AutoQuality

export type OutputFormat = 'avif' | 'webp' | 'jpg' | 'png' | 'gif'

/** Everything that the steps ask for, before anything about the picture is known. */
export type Wanted = {
  ops: Op[]
  format: OutputFormat | 'auto' | null
  quality: Quality
  dpr: number
  /** Seconds into a film, for its poster. */
  second: number | null
  /** The name to save it under; `''`: the file's own. */
  attachment: string | null
  isStream: boolean
  /** A file of a stream. */
  part: string | null
}
