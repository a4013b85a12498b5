// A plan carried out with sharp: from a file to a file, nothing kept in memory but pixels on the way.
import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { isMediaProblem, mediaProblem } from '../problem.ts'
import { inputOf } from '../store/probe.ts'
import { encode } from './encode.ts'
import { outputOf, type Size, type Stage } from './geometry.ts'
import type { Plan } from './plan.ts'

/** Pixels that are decoded at most, the bound of a decompression bomb. */
export const MAX_INPUT_PIXELS = 100_000_000

/** Seconds that a picture may take. */
const TIMEOUT = 30

/** Below this, libvips cannot shrink while it decodes, and the window is better cut out first. */
const SHRINK_WHILE_LOADING = 2

/**
 * @param from A picture on disk.
 * @param to Written; whoever calls removes it when this throws.
 * @returns the bytes written.
 * @throws `picture_broken`
 */
export const render = async ({
  from,
  isSvg = false,
  plan,
  to,
}: {
  from: string
  isSvg?: boolean
  plan: Plan & { stages: Stage[] }
  to: string
}): Promise<number> => {
  try {
    const options: SharpOptions = {
      failOn: 'error',
      limitInputPixels: MAX_INPUT_PIXELS,
      sequentialRead: true,
      ...(plan.isAnimated ? { animated: true } : {}),
    }
    let image = sharp(await inputOf(from, isSvg), options).autoOrient()
    for (const [index, stage] of plan.stages.entries()) {
      image = apply({ image, isAnimated: plan.isAnimated, stage })
      // sharp puts a background behind before it rounds; JPEG needs it after.
      const isRoundJpeg = stage.round !== 0 && plan.format === 'jpg'
      if (index < plan.stages.length - 1 || isRoundJpeg) {
        image = await flushed(image)
      }
    }
    const last = plan.stages.at(-1)!
    const { size } = await encode({
      background: last.background ?? last.pad?.background ?? null,
      format: plan.format,
      image,
      quality: plan.wanted.quality,
    })
      .timeout({ seconds: TIMEOUT })
      .toFile(to)
    return size
  } catch (err) {
    if (isMediaProblem(err) || isFileError(err)) {
      throw err
    }
    throw mediaProblem('picture_broken', 'The picture cannot be decoded. Upload it again.', {
      cause: err,
    })
  }
}

const isFileError = (err: unknown): boolean =>
  typeof (err as NodeJS.ErrnoException).code === 'string'

const apply = ({
  image,
  isAnimated,
  stage,
}: {
  image: Sharp
  stage: Stage
  isAnimated: boolean
}): Sharp => {
  const turned = stage.turn === 0 ? image : image.rotate(stage.turn)
  const sized = stage.isAttention
    ? attended({ image: turned, isAnimated, stage })
    : windowed({ image: turned, isAnimated, stage })
  const { background, pad, round, sigma } = stage
  let next = sized
  if (pad) {
    next = next.extend({
      left: pad.left,
      top: pad.top,
      right: pad.width - stage.size.width - pad.left,
      bottom: pad.height - stage.size.height - pad.top,
      background: pad.background ?? { r: 255, g: 255, b: 255, alpha: 1 },
    })
  }
  if (sigma > 0) {
    next = next.blur(sigma)
  }
  if (background?.alpha === 1 && round === 0) {
    next = next.flatten({ background })
  }
  return round === 0 ? next : next.ensureAlpha().composite([rounding(outputOf(stage), round)])
}

const attended = ({
  image,
  isAnimated,
  stage,
}: {
  image: Sharp
  stage: Stage
  isAnimated: boolean
}): Sharp => {
  const isPart =
    stage.window.width < stage.source.width || stage.window.height < stage.source.height
  return (isPart ? image.extract(inPixels(stage.window, stage.source)) : image).resize({
    ...stage.size,
    fit: 'cover',
    // libvips does not look at frames.
    position: isAnimated ? 'centre' : 'attention',
  })
}

const windowed = ({
  image,
  isAnimated,
  stage,
}: {
  image: Sharp
  stage: Stage
  isAnimated: boolean
}): Sharp => {
  const { size, source, window } = stage
  const isWhole = window.width === source.width && window.height === source.height
  if (isWhole) {
    return size.width === source.width && size.height === source.height
      ? image
      : image.resize({ ...size, fit: 'fill' })
  }
  const across = size.width / window.width
  const down = size.height / window.height
  if (!isAnimated && 1 / Math.max(across, down) < SHRINK_WHILE_LOADING) {
    const area = inPixels(window, source)
    const cut = image.extract(area)
    return area.width === size.width && area.height === size.height
      ? cut
      : cut.resize({ ...size, fit: 'fill' })
  }
  const scaled = {
    width: Math.max(size.width, Math.round(source.width * across)),
    height: Math.max(size.height, Math.round(source.height * down)),
  }
  return image.resize({ ...scaled, fit: 'fill' }).extract({
    left: clamp(Math.round(window.x * across), 0, scaled.width - size.width),
    top: clamp(Math.round(window.y * down), 0, scaled.height - size.height),
    ...size,
  })
}

const inPixels = (
  { height, width, x, y }: Stage['window'],
  source: Size,
): { left: number; top: number; width: number; height: number } => {
  const whole = {
    width: clamp(Math.round(width), 1, source.width),
    height: clamp(Math.round(height), 1, source.height),
  }
  return {
    left: clamp(Math.round(x), 0, source.width - whole.width),
    top: clamp(Math.round(y), 0, source.height - whole.height),
    ...whole,
  }
}

/** The next pass begins with pixels; libvips would otherwise sort the operations its own way. */
const flushed = async (image: Sharp): Promise<Sharp> => {
  const { data, info } = await image
    .toColourspace('srgb')
    .timeout({ seconds: TIMEOUT })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels, height, width } = info
  return sharp(data, { raw: { channels, height, width } })
}

const rounding = ({ height, width }: Size, round: number | 'max') => {
  const most = Math.min(width, height) / 2
  const radius = round === 'max' ? null : Math.min(round, most)
  const shape =
    radius === null
      ? `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2}" ry="${height / 2}"/>`
      : `<rect width="${width}" height="${height}" rx="${radius}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shape}</svg>`
  return { input: Buffer.from(svg), blend: 'dest-in' as const }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))
