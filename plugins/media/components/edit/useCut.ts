'use client'
// Focal point and crop as fields of the form. While something is dragged it is only drawn; the form
// hears of it at the end.
import { useField } from '@payloadcms/ui'
import { useState } from 'react'
import { isWhole, roundedArea, rounded, type Area, type Point } from './geometry.ts'

export type Cut = {
  focal: Point | null
  crop: Area | null
}

export type CutFields = Cut & {
  /** What is drawn now: under the pointer, or what the form holds. */
  drawn: Cut
  isDragging: boolean
  draw: (cut: Partial<Cut>) => void
  /** Puts it into the form. */
  keep: (cut: Partial<Cut>) => void
}

type Percent = number | null | undefined

export const useCut = (): CutFields => {
  const focalX = useField<Percent>({ path: 'focalX' })
  const focalY = useField<Percent>({ path: 'focalY' })
  const x = useField<Percent>({ path: 'crop.x' })
  const y = useField<Percent>({ path: 'crop.y' })
  const width = useField<Percent>({ path: 'crop.width' })
  const height = useField<Percent>({ path: 'crop.height' })
  const [draft, setDraft] = useState<Partial<Cut> | null>(null)
  const focal = pointOf(focalX.value, focalY.value)
  const crop = areaOf({ x: x.value, y: y.value, width: width.value, height: height.value })

  const keep = (cut: Partial<Cut>) => {
    setDraft(null)
    if (cut.focal !== undefined) {
      focalX.setValue(cut.focal === null ? null : rounded(cut.focal.x))
      focalY.setValue(cut.focal === null ? null : rounded(cut.focal.y))
    }
    if (cut.crop !== undefined) {
      const kept = cut.crop === null || isWhole(cut.crop) ? null : roundedArea(cut.crop)
      x.setValue(kept?.x ?? null)
      y.setValue(kept?.y ?? null)
      width.setValue(kept?.width ?? null)
      height.setValue(kept?.height ?? null)
    }
  }
  return {
    focal,
    crop,
    drawn: { focal, crop, ...draft },
    isDragging: draft !== null,
    draw: (cut) => setDraft((before) => ({ ...before, ...cut })),
    keep,
  }
}

const pointOf = (x: Percent, y: Percent): Point | null =>
  typeof x === 'number' && typeof y === 'number' ? { x, y } : null

const areaOf = ({ height, width, x, y }: Record<keyof Area, Percent>): Area | null =>
  typeof x === 'number' &&
  typeof y === 'number' &&
  typeof width === 'number' &&
  typeof height === 'number'
    ? { x, y, width, height }
    : null
