// Named shapes of pictures, and the steps that make them: crop, focal point, size, format, quality.
// Nothing is stored in other sizes; an address is all that a size is.
import type { Step, Transformation } from './transformation.ts'

export type Preset = {
  name: string
  /** For people who choose a crop. */
  label: string
  /** Widths in pixels that pages may ask for, ascending. */
  widths: readonly number[]
  /** Width by height, e.g. `[3, 2]`; `null` keeps the picture's own shape. */
  ratio: readonly [number, number] | null
  /** A fixed format where `auto` will not do, as for previews of links. */
  format?: 'jpg'
}

/** Percent of width and height, 0 to 100. */
export type FocalPoint = { x: number; y: number }

/** Percent of the upright original; pages show nothing outside. The file itself stays whole. */
export type Crop = { x: number; y: number; width: number; height: number }

/** Of the upright original, in pixels. */
export type PictureShape = {
  width: number
  height: number
  focal?: FocalPoint | null
  crop?: Crop | null
}

export type Rendition = { transformation: Transformation; width: number; height: number }

/** Format by the browser's `Accept`, quality by content. */
const AUTO: Step = { f: 'auto', q: 'auto' }

/**
 * The steps that make one width of a preset.
 *
 * @param width Pixels wanted; never enlarged beyond what the crop holds.
 */
export const renditionOf = ({
  picture,
  preset,
  width,
}: {
  picture: PictureShape
  preset: Preset
  width: number
}): Rendition => {
  const crop = cropInPixels(picture)
  const area = crop ?? { x: 0, y: 0, width: picture.width, height: picture.height }
  const cropStep: Step[] = crop
    ? [
        {
          c: 'crop',
          w: String(crop.width),
          h: String(crop.height),
          x: String(crop.x),
          y: String(crop.y),
        },
      ]
    : []
  const encode: Step = preset.format ? { f: preset.format, q: 'auto' } : AUTO
  if (preset.ratio === null) {
    const w = Math.min(width, area.width)
    const size = { width: w, height: Math.max(1, Math.round((area.height * w) / area.width)) }
    return { transformation: [...cropStep, { c: 'limit', w: String(width) }, encode], ...size }
  }
  const [across, down] = preset.ratio
  const most = Math.max(1, Math.min(area.width, Math.floor((area.height * across) / down)))
  const w = preset.format ? width : Math.min(width, most)
  const h = Math.max(1, Math.round((w * down) / across))
  const focal = focalInPixels({ area, picture })
  const fill: Step = {
    c: 'fill',
    w: String(w),
    h: String(h),
    ...(focal ? { g: 'xy_center', x: String(focal.x), y: String(focal.y) } : { g: 'auto' }),
  }
  return { transformation: [...cropStep, fill, encode], width: w, height: h }
}

/** The widths of a preset that this picture can fill, the largest it has at the end. */
export const ladderOf = ({
  picture,
  preset,
}: {
  picture: PictureShape
  preset: Preset
}): number[] => {
  const area = cropInPixels(picture) ?? picture
  const most =
    preset.ratio === null
      ? area.width
      : Math.min(area.width, Math.floor((area.height * preset.ratio[0]) / preset.ratio[1]))
  const fitting = preset.widths.filter((width) => width <= most)
  const largest = fitting.at(-1)
  if (largest === undefined) {
    return [Math.max(1, most)]
  }
  // The picture's own width where the next step would lose much of it.
  const isCutShort = most < (preset.widths.at(-1) ?? 0) && most > largest * 1.15
  return isCutShort ? [...fitting, most] : fitting
}

/** Whole pixels inside the picture; `null` when nothing is cut away. */
const cropInPixels = ({ crop, height, width }: PictureShape): Crop | null => {
  if (!crop || (crop.width >= 100 && crop.height >= 100) || crop.width <= 0 || crop.height <= 0) {
    return null
  }
  const x = clamp(Math.round((crop.x / 100) * width), 0, width - 1)
  const y = clamp(Math.round((crop.y / 100) * height), 0, height - 1)
  return {
    x,
    y,
    width: clamp(Math.round((crop.width / 100) * width), 1, width - x),
    height: clamp(Math.round((crop.height / 100) * height), 1, height - y),
  }
}

/**
 * In pixels of the cropped picture, as `g_xy_center` counts after a crop. At least 2, since a 1 could
 * be read as a share.
 */
const focalInPixels = ({
  area,
  picture,
}: {
  area: Crop
  picture: PictureShape
}): FocalPoint | null =>
  picture.focal
    ? {
        x: clamp(
          Math.round((picture.focal.x / 100) * picture.width) - area.x,
          2,
          Math.max(2, area.width),
        ),
        y: clamp(
          Math.round((picture.focal.y / 100) * picture.height) - area.y,
          2,
          Math.max(2, area.height),
        ),
      }
    : null

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most)
