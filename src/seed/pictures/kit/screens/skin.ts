// The colours of an interface, and what a screen is told.
import { mix } from '../colour.ts'
import type { Canvas } from '../svg.ts'

export type Skin = {
  page: string
  surface: string
  ink: string
  muted: string
  rule: string
  accent: string
  second: string
  good: string
}

export const skin = ({
  accent,
  second,
  ink,
  page = '#f6f5f2',
  surface = '#ffffff',
}: {
  accent: string
  second: string
  ink: string
  page?: string
  surface?: string
}): Skin => ({
  page,
  surface,
  ink,
  muted: mix(ink, surface, 0.5),
  rule: mix(ink, surface, 0.86),
  accent,
  second,
  good: '#3f8f6b',
})

export type ScreenOptions = { canvas: Canvas; skin: Skin; words?: readonly string[] }
