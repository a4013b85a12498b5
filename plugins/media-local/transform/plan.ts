// An address's transformation as a plan: what sharp has to do, in which format it ends, and by which
// text a cache knows it. Pure; nothing is opened.
import { serialise, type Transformation } from '../../media/grammar/index.ts'
import { isMediaProblem, mediaProblem, type MediaProblem } from '../problem.ts'
import { stagesOf, type Size, type Stage } from './geometry.ts'
import { negotiateFormat } from './negotiate.ts'
import { readSteps } from './readSteps.ts'
import type { OutputFormat, Wanted } from './types.ts'

export type Plan = {
  wanted: Wanted
  /** Names the rendition together with the file: what was asked for, and in which format it is answered. */
  canonical: string
  format: OutputFormat
  /** Every frame, not just the first. */
  isAnimated: boolean
  /** Whether another `Accept` could get another answer. */
  isNegotiated: boolean
  /** `null` until the size of the picture is known. */
  stages: Stage[] | null
}

/** What is known about the picture; each left out is taken as the simplest. */
export type PlanSource = { size?: Size; hasAlpha?: boolean; pages?: number; format?: string }

/** Frames times pixels of one that are still animated; beyond it the first frame is shown. */
const MAX_ANIMATED_PIXELS = 50_000_000
const MAX_PAGES = 200

/**
 * @param accept The request's header.
 * @param extension Of the address; names the format where `f_` does not.
 */
export const planTransformation = (
  transformation: Transformation,
  {
    accept,
    extension,
    resourceType,
    source = {},
  }: {
    accept: string | null
    resourceType: 'image' | 'video'
    extension: string | null
    source?: PlanSource
  },
): Plan | MediaProblem => {
  const wanted = readSteps(transformation, resourceType)
  if (isMediaProblem(wanted)) {
    return wanted
  }
  try {
    const stages = source.size
      ? stagesOf({ dpr: wanted.dpr, ops: wanted.ops, source: source.size })
      : null
    const asked = wanted.format ?? formatOf(extension) ?? formatOf(source.format ?? null) ?? 'auto'
    const canMove = asked === 'auto' || asked === 'webp' || asked === 'gif'
    const isAnimated = canMove && canAnimate({ source, stages })
    const format =
      asked === 'auto'
        ? autoFormat({ accept, hasAlpha: bearsAlpha({ source, stages, wanted }), isAnimated })
        : asked
    return {
      wanted,
      canonical: `${serialise(transformation)}|${isAnimated ? 'animated' : 'still'}`,
      format,
      isAnimated,
      isNegotiated: asked === 'auto',
      stages,
    }
  } catch (err) {
    if (isMediaProblem(err)) {
      return err
    }
    throw err
  }
}

/** Named transformations replaced by what they stand for. `t_card.grey` is two of them. */
export const expandNamed = (
  transformation: Transformation,
  named: Readonly<Record<string, Transformation>>,
): Transformation | MediaProblem => {
  const steps = []
  for (const step of transformation) {
    const { t, ...rest } = step
    for (const name of t === undefined ? [] : t.split('.')) {
      if (!Object.hasOwn(named, name)) {
        const shown = name.replace(/[^A-Za-z0-9_-]/g, '?').slice(0, 60)
        return mediaProblem('unknown_preset', `There is no transformation named ${shown}.`)
      }
      steps.push(...named[name]!)
    }
    if (t === undefined || Object.keys(rest).length > 0) {
      steps.push(rest)
    }
  }
  return steps.length > 16
    ? mediaProblem('unknown_transformation', 'The address has more steps than are allowed.')
    : steps
}

const FORMATS: Record<string, OutputFormat> = {
  avif: 'avif',
  webp: 'webp',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
}

/** `null` where it has to be negotiated instead: drawings, and formats that browsers do not show. */
const formatOf = (name: string | null): OutputFormat | null =>
  name !== null && Object.hasOwn(FORMATS, name) ? FORMATS[name]! : null

const autoFormat = ({
  accept,
  hasAlpha,
  isAnimated,
}: {
  accept: string | null
  hasAlpha: boolean
  isAnimated: boolean
}): OutputFormat => {
  const best = negotiateFormat(accept)
  if (isAnimated) {
    return best === 'plain' ? 'gif' : 'webp'
  }
  return best === 'plain' ? (hasAlpha ? 'png' : 'jpg') : best
}

const bearsAlpha = ({
  source,
  stages,
  wanted,
}: {
  source: PlanSource
  stages: Stage[] | null
  wanted: Wanted
}): boolean => {
  const last = stages?.at(-1)
  const isFlat = last?.background?.alpha === 1
  const isRound = wanted.ops.some(({ kind }) => kind === 'round')
  const hasClearBorder =
    stages?.some(
      ({ pad }) => pad !== null && pad.background !== null && pad.background.alpha < 1,
    ) ?? false
  return !isFlat && (source.hasAlpha === true || isRound || hasClearBorder)
}

/** Frames go through one pass, and only through sizes and crops. */
const canAnimate = ({
  source,
  stages,
}: {
  source: PlanSource
  stages: Stage[] | null
}): boolean => {
  const [only] = stages ?? []
  const { pages = 1, size } = source
  if (!only || !size || stages!.length > 1 || pages < 2 || pages > MAX_PAGES) {
    return false
  }
  const isPlain = only.turn === 0 && only.pad === null && only.round === 0
  return isPlain && pages * size.width * size.height <= MAX_ANIMATED_PIXELS
}
