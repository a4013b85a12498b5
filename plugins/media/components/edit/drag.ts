// Follows a pointer, with mouse, pen or finger, in percent of the picture.
import type { KeyboardEvent, PointerEvent } from 'react'
import { clamp, type Point } from './geometry.ts'

type DragArgs = {
  event: PointerEvent<HTMLElement>
  /** The element that the picture fills. */
  stage: HTMLElement
  onMove: (move: { at: Point; by: Point }) => void
  onEnd: (hasMoved: boolean) => void
}

export const drag = ({ event, onEnd, onMove, stage }: DragArgs): void => {
  if (event.button !== 0) {
    return
  }
  event.preventDefault()
  event.stopPropagation()
  const target = event.currentTarget
  target.focus({ preventScroll: true })
  target.setPointerCapture(event.pointerId)
  const { clientX, clientY } = event
  const box = stage.getBoundingClientRect()
  let hasMoved = false
  const move = (next: globalThis.PointerEvent) => {
    hasMoved = true
    onMove({
      at: pointIn(stage, next),
      by: {
        x: ((next.clientX - clientX) / box.width) * 100,
        y: ((next.clientY - clientY) / box.height) * 100,
      },
    })
  }
  const end = () => {
    target.removeEventListener('pointermove', move)
    target.removeEventListener('pointerup', end)
    target.removeEventListener('pointercancel', end)
    onEnd(hasMoved)
  }
  target.addEventListener('pointermove', move)
  target.addEventListener('pointerup', end)
  target.addEventListener('pointercancel', end)
}

export const pointIn = (
  stage: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point => {
  const { height, left, top, width } = stage.getBoundingClientRect()
  return {
    x: clamp(((clientX - left) / width) * 100, 0, 100),
    y: clamp(((clientY - top) / height) * 100, 0, 100),
  }
}

const STEPS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** How far an arrow key moves, in percent; ten times as far with Shift. `null` for other keys. */
export const stepOf = ({
  key,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Point | null => {
  const step = STEPS[key]
  const far = shiftKey ? 10 : 1
  return step ? { x: step.x * far, y: step.y * far } : null
}
