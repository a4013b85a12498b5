// Draws what the demo shows: pictures, portraits, logos. The same seed always gives the same bytes' worth of picture.
import type { Picture, PictureSize } from '../content/types.ts'
import { hash } from './kit/prng.ts'
import { renderMark, renderPicture, type Encoded } from './kit/render.ts'
import { createCanvas, document, type Canvas } from './kit/svg.ts'
import { logo, type MarkName } from './scenes/marks.ts'
import type { Face } from './scenes/portrait/face.ts'
import { portrait } from './scenes/portrait/portrait.ts'

type Size = { design: readonly [w: number, h: number]; pixels: readonly [w: number, h: number] }

/** Scenes are composed in design units and rendered to pixels, so a cover and its crop look alike. */
const sizes: Record<PictureSize, Size> = {
  cover: { design: [1200, 800], pixels: [2400, 1600] },
  wide: { design: [1200, 800], pixels: [1800, 1200] },
  tall: { design: [1000, 1250], pixels: [1440, 1800] },
  square: { design: [1000, 1000], pixels: [1500, 1500] },
}

export const drawPicture = ({
  picture,
  seed,
}: {
  picture: Picture
  seed: string
}): Promise<Encoded> => {
  const { canvas, pixels } = canvasFor({ size: picture.size, seed: picture.seed ?? seed })
  return renderPicture({ svg: document(canvas, picture.draw(canvas), ...pixels) })
}

/** The SVG before rendering: what the tests compare. */
export const composePicture = ({ picture, seed }: { picture: Picture; seed: string }): string => {
  const { canvas, pixels } = canvasFor({ size: picture.size, seed: picture.seed ?? seed })
  return document(canvas, picture.draw(canvas), ...pixels)
}

export type Backdrop = { grounds: string[]; shapes: string[]; cloths: string[] }

export const drawPortrait = ({
  face,
  seed,
  backdrop,
}: {
  face: Face
  seed: string
  backdrop: Backdrop
}): Promise<Encoded> => {
  const canvas = createCanvas({ seed, w: 800, h: 1000 })
  const turn = hash(seed)
  const from = (colours: string[], offset: number) =>
    colours[(turn + offset) % colours.length] ?? '#cccccc'
  const [ground, cloth] = [from(backdrop.grounds, 0), from(backdrop.cloths, turn >>> 5)]
  const shape =
    backdrop.shapes
      .map((_, i) => from(backdrop.shapes, (turn >>> 9) + i))
      .find((colour) => colour !== ground && colour !== cloth) ?? '#cccccc'
  return renderPicture({
    svg: document(canvas, portrait(canvas, { face, ground, cloth, shape }), 1040, 1300),
    grain: 0.04,
  })
}

export const drawLogo = ({
  mark,
  colours,
  wordmark,
}: {
  mark: MarkName
  colours: readonly [string, string]
  wordmark?: string
}): Promise<Encoded> =>
  renderMark(
    logo({ mark, colour: colours[0], second: colours[1], ...(wordmark ? { wordmark } : {}) }),
  )

const canvasFor = ({
  size,
  seed,
}: {
  size: PictureSize
  seed: string
}): { canvas: Canvas; pixels: readonly [number, number] } => {
  const { design, pixels } = sizes[size]
  return { canvas: createCanvas({ seed, w: design[0], h: design[1] }), pixels }
}
