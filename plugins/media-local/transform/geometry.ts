// From steps to pixels: which window of the picture is shown, and how large. Pure.
import { mediaProblem } from '../problem.ts'
import { COMPASS, type Colour, type Length, type Op, type ResizeOp } from './types.ts'

/** Pixels. With it no picture passes 17 million in all. */
export const MAX_SIDE = 4096

export type Size = { width: number; height: number }
export type Window = Size & { x: number; y: number }

/** One pass through sharp, in its order: turned, a window of it, its size, then the rest. */
export type Stage = {
  turn: 0 | 90 | 180 | 270
  /** Turned already. */
  source: Size
  /** Of the source, in its pixels; not whole ones. */
  window: Window
  size: Size
  /** Fill the size with what people look at first, instead of with the middle. */
  isAttention: boolean
  pad: (Size & { left: number; top: number; background: Colour | null }) | null
  /** Standard deviation in pixels; 0 for none. */
  sigma: number
  round: number | 'max'
  background: Colour | null
}

/**
 * Consecutive crops and sizes become one stage, however many steps they were written in.
 *
 * @param source Of the picture, upright.
 * @param dpr Multiplies sizes in pixels, except those of `c_crop`.
 * @throws `output_too_large`
 */
export const stagesOf = ({
  dpr = 1,
  ops,
  source,
}: {
  ops: Op[]
  source: Size
  dpr?: number
}): Stage[] => {
  let stage = stageFrom(source)
  const stages = [stage]
  const open = (): void => {
    stage = stageFrom(outputOf(stage))
    stages.push(stage)
  }
  for (const op of withSize(ops)) {
    switch (op.kind) {
      case 'turn':
        if (isClosed(stage) || isSized(stage)) {
          open()
        }
        turn(stage, op.degrees)
        break
      case 'resize':
        if (isClosed(stage)) {
          open()
        }
        resize({ dpr, op, stage })
        break
      case 'blur':
        stage.sigma = Math.max(stage.sigma, sigmaOf(op.strength, outputOf(stage)))
        break
      case 'round':
        stage.round = op.radius
        break
      case 'background':
        stage.background = op.colour
        break
    }
  }
  stages.map(outputOf).forEach(assertAllowed)
  return stages
}

/** What nobody gave a size to may be larger than what is delivered: it is made to fit. */
const withSize = (ops: Op[]): Op[] => {
  if (ops.some(({ kind }) => kind === 'resize')) {
    return ops
  }
  const turns = ops.filter(({ kind }) => kind === 'turn')
  const side = { value: MAX_SIDE, isShare: false }
  const limit: ResizeOp = {
    kind: 'resize',
    mode: 'limit',
    w: side,
    h: side,
    ratio: null,
    gravity: null,
    x: null,
    y: null,
    background: null,
  }
  return [...turns, limit, ...ops.filter(({ kind }) => kind !== 'turn')]
}

const turn = (stage: Stage, degrees: 90 | 180 | 270): void => {
  stage.turn = ((stage.turn + degrees) % 360) as Stage['turn']
  if (degrees !== 180) {
    const { height, width } = stage.source
    Object.assign(stage, { ...stageFrom({ width: height, height: width }), turn: stage.turn })
  }
}

/** What comes out of a stage. */
export const outputOf = ({ pad, size }: Stage): Size => {
  const { height, width } = pad ?? size
  return { width, height }
}

const stageFrom = (source: Size): Stage => ({
  source: { width: source.width, height: source.height },
  window: { x: 0, y: 0, width: source.width, height: source.height },
  size: { width: source.width, height: source.height },
  isAttention: false,
  pad: null,
  turn: 0,
  sigma: 0,
  round: 0,
  background: null,
})

const isClosed = (stage: Stage): boolean =>
  stage.isAttention ||
  stage.pad !== null ||
  stage.sigma > 0 ||
  stage.round !== 0 ||
  stage.background !== null

const isSized = ({ size, source, window }: Stage): boolean =>
  size.width !== source.width ||
  size.height !== source.height ||
  window.width !== source.width ||
  window.height !== source.height

const resize = ({ dpr, op, stage }: { op: ResizeOp; stage: Stage; dpr: number }): void => {
  const now = stage.size
  if (op.background && op.mode !== 'pad') {
    stage.background = op.background
  }
  const { h, w } = targetOf({ dpr: op.mode === 'crop' ? 1 : dpr, now, op })
  switch (op.mode) {
    case 'scale':
      stage.size = {
        width: whole(w ?? (now.width * h!) / now.height),
        height: whole(h ?? (now.height * w!) / now.width),
      }
      return
    case 'fit':
    case 'limit':
      stage.size = fitted({ h, isEnlarged: op.mode === 'fit', now, w })
      return
    case 'pad': {
      const box = { width: w ?? now.width, height: h ?? now.height }
      stage.size = fitted({ h: box.height, isEnlarged: true, now, w: box.width })
      const [across, down] = COMPASS[compassOf(op)]
      stage.pad = {
        ...box,
        left: Math.round((box.width - stage.size.width) * across),
        top: Math.round((box.height - stage.size.height) * down),
        background: op.background,
      }
      return
    }
    case 'crop': {
      const width = Math.min(w ?? now.width, now.width)
      const height = Math.min(h ?? now.height, now.height)
      narrow({ ...cornerOf({ now, op, width, height }), height, stage, width })
      stage.size = { width, height }
      break
    }
    case 'fill':
    case 'lfill':
      fill({ h, now, op, stage, w })
  }
}

const fill = ({
  h,
  now,
  op,
  stage,
  w,
}: {
  op: ResizeOp
  stage: Stage
  now: Size
  w: number | null
  h: number | null
}): void => {
  const least = op.mode === 'lfill' ? Math.min(1, now.width / (w ?? 1), now.height / (h ?? 1)) : 1
  const target = {
    width: whole((w ?? (now.width * h!) / now.height) * least),
    height: whole((h ?? (now.height * w!) / now.width) * least),
  }
  if (op.gravity === 'attention') {
    stage.isAttention = true
    stage.size = target
    return
  }
  const scale = Math.max(target.width / now.width, target.height / now.height)
  const width = Math.min(now.width, target.width / scale)
  const height = Math.min(now.height, target.height / scale)
  narrow({ ...cornerOf({ height, now, op, width }), height, stage, width })
  stage.size = target
}

/** The upper left corner of a window of this size, kept inside. */
const cornerOf = ({
  height,
  now,
  op,
  width,
}: {
  op: ResizeOp
  now: Size
  width: number
  height: number
}): { x: number; y: number } => {
  const x = op.x === null ? null : pixels(op.x, now.width)
  const y = op.y === null ? null : pixels(op.y, now.height)
  const free = { x: now.width - width, y: now.height - height }
  if (op.gravity === 'xy_center') {
    return {
      x: clamp((x ?? now.width / 2) - width / 2, 0, free.x),
      y: clamp((y ?? now.height / 2) - height / 2, 0, free.y),
    }
  }
  // Offsets count from the side that the gravity names, inwards.
  const [across, down] = COMPASS[compassOf(op)]
  return {
    x: clamp(free.x * across + (x ?? 0) * (across === 1 ? -1 : 1), 0, free.x),
    y: clamp(free.y * down + (y ?? 0) * (down === 1 ? -1 : 1), 0, free.y),
  }
}

const compassOf = (op: ResizeOp): keyof typeof COMPASS => {
  if (op.gravity !== null && op.gravity !== 'attention' && op.gravity !== 'xy_center') {
    return op.gravity
  }
  // As at Cloudinary: a crop with coordinates counts from the upper left.
  return op.gravity === null && (op.x !== null || op.y !== null) ? 'north_west' : 'center'
}

/** A window of the window, given in pixels of the size that the stage has so far. */
const narrow = ({ height, stage, width, x, y }: Window & { stage: Stage }): void => {
  const across = stage.window.width / stage.size.width
  const down = stage.window.height / stage.size.height
  stage.window = {
    x: stage.window.x + x * across,
    y: stage.window.y + y * down,
    width: width * across,
    height: height * down,
  }
}

const fitted = ({
  h,
  isEnlarged,
  now,
  w,
}: {
  now: Size
  w: number | null
  h: number | null
  isEnlarged: boolean
}): Size => {
  const scale = Math.min(
    (w ?? Infinity) / now.width,
    (h ?? Infinity) / now.height,
    isEnlarged ? Infinity : 1,
  )
  return { width: whole(now.width * scale), height: whole(now.height * scale) }
}

const targetOf = ({
  dpr,
  now,
  op,
}: {
  op: ResizeOp
  now: Size
  dpr: number
}): { w: number | null; h: number | null } => {
  const w = op.w && whole(op.w.isShare ? op.w.value * now.width : op.w.value * dpr)
  const h = op.h && whole(op.h.isShare ? op.h.value * now.height : op.h.value * dpr)
  return op.ratio === null
    ? { w, h }
    : { w: w ?? whole(h! * op.ratio), h: h ?? whole(w! / op.ratio) }
}

const pixels = ({ isShare, value }: Length, side: number): number =>
  isShare ? value * side : value

/**
 * One hundredth of the longer side at strength 100, so that a small preview looks as soft as a large
 * picture does.
 */
const sigmaOf = (strength: number, { height, width }: Size): number =>
  clamp((strength / 10_000) * Math.max(width, height), 0.3, 60)

const assertAllowed = ({ height, width }: Size): void => {
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw mediaProblem(
      'output_too_large',
      `Pictures are delivered with up to ${MAX_SIDE} pixels a side. Ask for fewer.`,
    )
  }
}

const whole = (value: number): number => Math.max(1, Math.round(value))

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))
