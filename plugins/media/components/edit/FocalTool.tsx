'use client'
// The point that stays in sight, set by pointer or by keys.
import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useWords } from '../words/useWords.ts'
import { drag, pointIn, stepOf } from './drag.ts'
import { movedPoint, type Point } from './geometry.ts'
import type { CutFields } from './useCut.ts'

const MIDDLE = { x: 50, y: 50 }

export const FocalTool = ({
  cut,
  stage,
}: {
  cut: CutFields
  stage: RefObject<HTMLDivElement | null>
}) => {
  const { say } = useWords()
  const { focal } = cut.drawn
  const dot = useRef<HTMLButtonElement>(null)
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event)
    if (step) {
      event.preventDefault()
      cut.keep({ focal: movedPoint(focal ?? MIDDLE, step) })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      cut.keep({ focal: null })
    } else if (!focal && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      cut.keep({ focal: MIDDLE })
    }
  }
  const start = (event: PointerEvent<HTMLElement>, first: Point | null) => {
    if (!stage.current || event.button !== 0) {
      return
    }
    let last = first
    if (last) {
      cut.draw({ focal: last })
    }
    drag({
      event,
      stage: stage.current,
      onMove: ({ at }) => {
        last = at
        cut.draw({ focal: at })
      },
      onEnd: () => {
        // Set roughly by pointer, then finely by keys.
        dot.current?.focus({ preventScroll: true })
        if (last) {
          cut.keep({ focal: last })
        }
      },
    })
  }
  const label = focal
    ? say('file:focalAt', { x: Math.round(focal.x), y: Math.round(focal.y) })
    : say('file:focalNone')
  return (
    <>
      <div
        className="media-focal"
        onPointerDown={(event) =>
          start(event, stage.current ? pointIn(stage.current, event) : null)
        }
      />
      <button
        aria-describedby="media-tool-help"
        aria-label={label}
        className="media-focal__dot"
        data-set={focal !== null || undefined}
        onDoubleClick={() => cut.keep({ focal: null })}
        onKeyDown={press}
        onPointerDown={(event) => start(event, null)}
        ref={dot}
        style={{ left: `${(focal ?? MIDDLE).x}%`, top: `${(focal ?? MIDDLE).y}%` }}
        type="button"
      />
      <span aria-live="polite" className="media-hidden">
        {label}
      </span>
    </>
  )
}
