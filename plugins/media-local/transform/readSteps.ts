// Reads the parameters of an address. Whatever is not understood is refused by its name, never skipped.
import type { Step, Transformation } from '../../media/grammar/index.ts'
import { isMediaProblem, mediaProblem, type MediaProblem } from '../problem.ts'
import {
  COMPASS,
  type AutoQuality,
  type Colour,
  type CropMode,
  type Gravity,
  type Length,
  type Op,
  type Wanted,
} from './types.ts'

/** The most that w, h, x and y may say; what comes out is limited separately. */
const MAX_LENGTH = 65_535

/** @returns a problem of code `unknown_transformation` for anything outside of the subset. */
export const readSteps = (
  transformation: Transformation,
  resourceType: 'image' | 'video',
): Wanted | MediaProblem => {
  const wanted: Wanted = {
    ops: [],
    format: null,
    quality: 'good',
    dpr: 1,
    second: null,
    attachment: null,
    isStream: false,
    part: null,
  }
  try {
    for (const step of transformation) {
      readStep({ resourceType, step, wanted })
    }
  } catch (err) {
    if (isMediaProblem(err)) {
      return err
    }
    throw err
  }
  return wanted
}

type Reader = (value: string, wanted: Wanted) => void

/** Parameters that concern the whole, wherever they stand. */
const WHOLE: Record<string, Reader> = {
  f: (value, wanted) => {
    wanted.format = Object.hasOwn(FORMATS, value) ? FORMATS[value]! : refuse('f', value)
  },
  q: (value, wanted) => {
    wanted.quality = qualityOf(value)
  },
  dpr: (value, wanted) => {
    wanted.dpr = value === 'auto' ? 1 : between('dpr', value, 0.5, 4)
  },
  fl: (value, wanted) => {
    const name = /^attachment(?::([A-Za-z0-9_-]{1,100}))?$/.exec(value)
    wanted.attachment = name ? (name[1] ?? '') : refuse('fl', value)
  },
}

/** Parameters that only films know. */
const FILM: Record<string, Reader> = {
  so: (value, wanted) => {
    wanted.second = value === 'auto' ? 0 : between('so', value, 0, 86_400)
  },
  sp: (value, wanted) => {
    wanted.isStream = value === 'auto' || refuse('sp', value)
  },
  part: (value, wanted) => {
    wanted.part = /^[A-Za-z0-9-]{1,64}$/.test(value) ? value : refuse('part', value)
  },
  vc: (value) => {
    if (!/^(h264|auto)$/.test(value)) {
      refuse('vc', value)
    }
  },
}

const GEOMETRY = new Set(['w', 'h', 'c', 'g', 'x', 'y', 'ar', 'b', 'a', 'e', 'r'])

const readStep = ({
  resourceType,
  step,
  wanted,
}: {
  step: Step
  wanted: Wanted
  resourceType: 'image' | 'video'
}): void => {
  for (const [key, value] of Object.entries(step)) {
    const read =
      (Object.hasOwn(WHOLE, key) ? WHOLE[key] : undefined) ??
      (resourceType === 'video' && Object.hasOwn(FILM, key) ? FILM[key] : undefined)
    if (read) {
      read(value, wanted)
    } else if (!GEOMETRY.has(key)) {
      refuse(key)
    }
  }
  // Cloudinary's order within a step: size, angle, effect, corners.
  wanted.ops.push(...resizeOf(step), ...turnOf(step.a), ...blurOf(step.e), ...roundOf(step.r))
}

const FORMATS: Record<string, Wanted['format']> = {
  auto: 'auto',
  avif: 'avif',
  webp: 'webp',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
}

const MODES: Record<string, CropMode> = {
  scale: 'scale',
  fit: 'fit',
  limit: 'limit',
  fill: 'fill',
  thumb: 'fill',
  auto: 'fill',
  lfill: 'lfill',
  crop: 'crop',
  pad: 'pad',
}

const resizeOf = (step: Step): Op[] => {
  const background = step.b === undefined ? null : colourOf(step.b)
  if (step.w === undefined && step.h === undefined) {
    const stray = ['c', 'g', 'x', 'y', 'ar'].find((key) => step[key] !== undefined)
    if (stray !== undefined) {
      refuse(stray, step[stray], `needs w_ or h_ in the same step`)
    }
    return background ? [{ kind: 'background', colour: background }] : []
  }
  const name = step.c ?? 'scale'
  const mode = Object.hasOwn(MODES, name) ? MODES[name]! : refuse('c', name)
  const gravity =
    step.g === undefined ? (name === 'auto' ? 'attention' : null) : gravityOf(step.g, mode)
  const hasPoint = step.x !== undefined || step.y !== undefined
  if (hasPoint && mode !== 'crop' && gravity !== 'xy_center') {
    refuse(step.x === undefined ? 'y' : 'x', undefined, 'needs c_crop or g_xy_center')
  }
  return [
    {
      kind: 'resize',
      mode,
      w: sideOf('w', step.w),
      h: sideOf('h', step.h),
      ratio: step.ar === undefined ? null : ratioOf(step.ar),
      gravity,
      x: lengthOf('x', step.x),
      y: lengthOf('y', step.y),
      background,
    },
  ]
}

const gravityOf = (value: string, mode: CropMode): Gravity => {
  if (Object.hasOwn(COMPASS, value)) {
    return value as Gravity
  }
  if (value === 'xy_center') {
    return value
  }
  const isGuess = /^(auto|face|faces)(:[a-z]+)?$/.test(value)
  return isGuess && (mode === 'fill' || mode === 'lfill') ? 'attention' : refuse('g', value)
}

const lengthOf = (key: string, value: string | undefined): Length | null => {
  if (value === undefined) {
    return null
  }
  if (!/^\d{1,5}(\.\d{1,6})?$/.test(value) || Number(value) > MAX_LENGTH) {
    return refuse(key, value)
  }
  const number = Number(value)
  // Whole numbers are pixels, a 1 too; with a point, up to 1.0, they are a share.
  const isShare = value.includes('.') && number <= 1
  return { value: isShare ? number : Math.round(number), isShare }
}

const sideOf = (key: string, value: string | undefined): Length | null => {
  const length = lengthOf(key, value)
  return length?.value === 0 ? refuse(key, value) : length
}

const ratioOf = (value: string): number => {
  const [, across, down] =
    /^(\d{1,4}(?:\.\d{1,4})?)(?::(\d{1,4}(?:\.\d{1,4})?))?$/.exec(value) ?? []
  const ratio = Number(across) / Number(down ?? 1)
  return ratio >= 0.01 && ratio <= 100 ? ratio : refuse('ar', value)
}

const turnOf = (value: string | undefined): Op[] => {
  if (value === undefined) {
    return []
  }
  if (!/^-?\d{1,3}$/.test(value) || Number(value) % 90 !== 0) {
    return refuse('a', value, 'takes quarter turns: 90, 180, 270 or -90')
  }
  const degrees = (((Number(value) % 360) + 360) % 360) as 0 | 90 | 180 | 270
  return degrees === 0 ? [] : [{ kind: 'turn', degrees }]
}

const blurOf = (value: string | undefined): Op[] => {
  if (value === undefined) {
    return []
  }
  const [, strength = '100'] = /^blur(?::(\d{1,4}))?$/.exec(value) ?? refuse('e', value)
  return [{ kind: 'blur', strength: between('e', strength, 1, 2000) }]
}

const roundOf = (value: string | undefined): Op[] => {
  if (value === undefined || value === '0') {
    return []
  }
  return [{ kind: 'round', radius: value === 'max' ? 'max' : between('r', value, 1, 4096) }]
}

const NAMED: Record<string, Colour> = {
  white: { r: 255, g: 255, b: 255, alpha: 1 },
  black: { r: 0, g: 0, b: 0, alpha: 1 },
  transparent: { r: 0, g: 0, b: 0, alpha: 0 },
}

const colourOf = (value: string): Colour => {
  if (Object.hasOwn(NAMED, value)) {
    return NAMED[value]!
  }
  const [, digits] = /^rgb:([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/.exec(value) ?? []
  if (digits === undefined) {
    return refuse('b', value)
  }
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const [r = 0, g = 0, b = 0, alpha = 255] = (full.match(/../g) ?? []).map((pair) =>
    parseInt(pair, 16),
  )
  return { r, g, b, alpha: alpha / 255 }
}

const qualityOf = (value: string): Wanted['quality'] => {
  const [, auto] = /^auto(?::(best|good|eco|low))?$/.exec(value) ?? []
  if (value.startsWith('auto')) {
    return value === 'auto' ? 'good' : ((auto as AutoQuality | undefined) ?? refuse('q', value))
  }
  return /^\d{1,3}$/.test(value) ? between('q', value, 1, 100) : refuse('q', value)
}

const between = (key: string, value: string, least: number, most: number): number => {
  const number = /^\d{1,6}(\.\d{1,4})?$/.test(value) ? Number(value) : NaN
  return number >= least && number <= most
    ? number
    : refuse(key, value, `takes ${least} to ${most}`)
}

const refuse = (key: string, value?: string, hint = 'is not supported here'): never => {
  const shown = `${key}_${value ?? ''}`.replace(/[^A-Za-z0-9_.:-]/g, '?').slice(0, 60)
  throw mediaProblem('unknown_transformation', `The parameter ${shown} ${hint}.`)
}
