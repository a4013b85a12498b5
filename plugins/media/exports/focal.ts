// Where the point that matters lies in what is shown of a picture, after its crop and its shape.
import type { MediaDocument } from './types.ts'

export type FocalArgs = {
  media: Pick<MediaDocument, 'width' | 'height' | 'focalX' | 'focalY' | 'crop'>
  /** Pixels of the rendition. */
  width: number | null
  height: number | null
  /** The file itself, of which nothing is cut away. */
  isOriginal?: boolean
}

/**
 * For `object-position`: `50% 40%`. A rendition of another shape was cut around the focal point already,
 * so the point is in its middle, unless it lies so near an edge that the cut had to stop there.
 */
export const focalPosition = ({ height, isOriginal = false, media, width }: FocalArgs): string => {
  const { focalX, focalY } = media
  if (typeof focalX !== 'number' || typeof focalY !== 'number') {
    return '50% 50%'
  }
  const crop = isOriginal ? null : media.crop
  const whole = { width: media.width ?? 0, height: media.height ?? 0 }
  const across = { start: crop?.x ?? 0, length: crop?.width || 100, pixels: whole.width }
  const down = { start: crop?.y ?? 0, length: crop?.height || 100, pixels: whole.height }
  const x = inArea(focalX, across)
  const y = inArea(focalY, down)
  const area = {
    width: (across.pixels * across.length) / 100,
    height: (down.pixels * down.length) / 100,
  }
  const isKnown = width && height && area.width > 0 && area.height > 0
  if (!isKnown) {
    return write(x, y)
  }
  const ratio = width / height
  return write(
    inWindow(x, Math.min(1, (area.height * ratio) / area.width)),
    inWindow(y, Math.min(1, area.width / ratio / area.height)),
  )
}

/** A share of the area that a crop leaves. */
const inArea = (percent: number, { length, start }: { length: number; start: number }): number =>
  clamp((percent - start) / length)

/** A share of the window that was cut around the point; `size` is the window's share of the area. */
const inWindow = (share: number, size: number): number => {
  // Whole pixels make a rendition of the same shape a hair narrower.
  if (size > 0.99) {
    return share
  }
  const start = Math.min(Math.max(share - size / 2, 0), 1 - size)
  return clamp((share - start) / size)
}

const clamp = (share: number): number => Math.min(Math.max(share, 0), 1)

const write = (x: number, y: number): string =>
  `${Math.round(x * 1000) / 10}% ${Math.round(y * 1000) / 10}%`
