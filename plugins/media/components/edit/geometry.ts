// Where a crop and a focal point may be, and what of a picture a shape shows. Percent of the upright
// picture throughout; shapes are width by height in pixels.

export type Area = { x: number; y: number; width: number; height: number }
export type Point = { x: number; y: number }
export type Size = { width: number; height: number }

export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const
export type Handle = (typeof HANDLES)[number]

export const WHOLE: Area = { x: 0, y: 0, width: 100, height: 100 }

/** A crop smaller than this is a slip of the hand. */
const LEAST = 5

export const isWhole = ({ height, width }: Area): boolean => width > 99.9 && height > 99.9

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** Two decimals: finer than a pixel of what anybody uploads. */
export const rounded = (value: number): number => Math.round(value * 100) / 100

export const roundedArea = ({ height, width, x, y }: Area): Area => ({
  x: rounded(x),
  y: rounded(y),
  width: Math.min(rounded(width), 100 - rounded(x)),
  height: Math.min(rounded(height), 100 - rounded(y)),
})

export const movedPoint = ({ x, y }: Point, by: Point): Point => ({
  x: rounded(clamp(x + by.x, 0, 100)),
  y: rounded(clamp(y + by.y, 0, 100)),
})

/** Keeps its size, stays inside. */
export const movedArea = (area: Area, by: Point): Area => ({
  ...area,
  x: clamp(area.x + by.x, 0, 100 - area.width),
  y: clamp(area.y + by.y, 0, 100 - area.height),
})

/**
 * The opposite side stays where it is.
 *
 * @param ratio width by height of the crop in pixels; `null`: any
 */
export const resizedArea = ({
  area,
  by,
  handle,
  ratio,
  shape,
}: {
  area: Area
  by: Point
  handle: Handle
  ratio: number | null
  shape: Size
}): Area => {
  const isWest = handle.includes('w')
  const isNorth = handle.includes('n')
  const movesX = isWest || handle.includes('e')
  const movesY = isNorth || handle.includes('s')
  const right = area.x + area.width
  const bottom = area.y + area.height
  const mostWidth = isWest ? right : 100 - area.x
  const mostHeight = isNorth ? bottom : 100 - area.y
  let width = movesX ? clamp(area.width + (isWest ? -by.x : by.x), LEAST, mostWidth) : area.width
  let height = movesY
    ? clamp(area.height + (isNorth ? -by.y : by.y), LEAST, mostHeight)
    : area.height
  if (ratio !== null) {
    // In percent a square is not square: what the ratio is between percents.
    const across = (ratio * shape.height) / shape.width
    if (movesX) {
      height = width / across
    } else {
      width = height * across
    }
    const scale = Math.min(1, mostWidth / width, mostHeight / height)
    width *= scale
    height *= scale
  }
  return {
    x: isWest ? right - width : area.x,
    y: isNorth ? bottom - height : area.y,
    width,
    height,
  }
}

/** The largest area of a ratio around the middle of what is shown now. */
export const fittedArea = ({
  area,
  ratio,
  shape,
}: {
  area: Area
  ratio: number
  shape: Size
}): Area => {
  const across = (ratio * shape.height) / shape.width
  const width = Math.min(100, 100 * across)
  const height = width / across
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  return movedArea(
    { x: middle.x - width / 2, y: middle.y - height / 2, width, height },
    { x: 0, y: 0 },
  )
}

/**
 * What a shape shows of the picture: of the crop, the largest part of the ratio, around the focal
 * point as far as that is possible.
 *
 * @param ratio `null` keeps the shape of the crop
 */
export const shownArea = ({
  crop,
  focal,
  ratio,
  shape,
}: {
  crop: Area | null
  focal: Point | null
  ratio: number | null
  shape: Size
}): Area => {
  const area = crop ?? WHOLE
  if (ratio === null) {
    return area
  }
  const across = (ratio * shape.height) / shape.width
  const width = Math.min(area.width, area.height * across)
  const height = width / across
  const middle = focal ?? { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  return {
    x: clamp(middle.x - width / 2, area.x, area.x + area.width - width),
    y: clamp(middle.y - height / 2, area.y, area.y + area.height - height),
    width,
    height,
  }
}

/** How a picture lies behind a window, in percent of the window, so that it shows the area. */
export const behindWindow = ({ height, width, x, y }: Area) => ({
  width: `${(100 / width) * 100}%`,
  height: `${(100 / height) * 100}%`,
  left: `${(-x / width) * 100}%`,
  top: `${(-y / height) * 100}%`,
})

/** Width by height in pixels of an area. */
export const ratioOf = ({ area, shape }: { area: Area; shape: Size }): number =>
  (area.width * shape.width) / (area.height * shape.height)
