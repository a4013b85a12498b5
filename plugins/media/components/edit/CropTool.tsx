'use client'
// The frame of what is shown: moved as a whole, or by one of its eight handles.
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import { useWords } from '../words/useWords.ts'
import { drag, stepOf } from './drag.ts'
import {
  HANDLES,
  movedArea,
  resizedArea,
  WHOLE,
  type Area,
  type Handle,
  type Point,
  type Size,
} from './geometry.ts'
import type { CutFields } from './useCut.ts'

type CropToolProps = {
  cut: CutFields
  /** Width by height that the crop has to keep; `null`: any. */
  ratio: number | null
  shape: Size
  stage: RefObject<HTMLDivElement | null>
}

export const CropTool = ({ cut, ratio, shape, stage }: CropToolProps) => {
  const { say } = useWords()
  const area = cut.drawn.crop ?? WHOLE
  /** `null` moves all of it. */
  const changed = (from: Area, handle: Handle | null, by: Point): Area =>
    handle === null ? movedArea(from, by) : resizedArea({ area: from, by, handle, ratio, shape })

  const start = (event: PointerEvent<HTMLElement>, handle: Handle | null) => {
    if (!stage.current) {
      return
    }
    let last = area
    drag({
      event,
      stage: stage.current,
      onMove: ({ by }) => {
        last = changed(area, handle, by)
        cut.draw({ crop: last })
      },
      onEnd: (hasMoved) => {
        if (hasMoved) {
          cut.keep({ crop: last })
        }
      },
    })
  }
  const press = (event: KeyboardEvent, handle: Handle | null) => {
    const step = stepOf(event)
    if (step) {
      event.preventDefault()
      cut.keep({ crop: changed(area, handle, step) })
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      cut.keep({ crop: null })
    }
  }
  const frame = say('file:cropFrame', {
    width: Math.round(area.width),
    height: Math.round(area.height),
    x: Math.round(area.x),
    y: Math.round(area.y),
  })
  const place = {
    left: `${area.x}%`,
    top: `${area.y}%`,
    width: `${area.width}%`,
    height: `${area.height}%`,
  }
  return (
    <div className="media-crop">
      {/* Apart from the frame, so that handles at the edge are not clipped with the shade. */}
      <div aria-hidden className="media-crop__shade">
        <span style={place} />
      </div>
      <div className="media-crop__frame" style={place}>
        <button
          aria-describedby="media-tool-help"
          aria-label={frame}
          className="media-crop__body"
          onKeyDown={(event) => press(event, null)}
          onPointerDown={(event) => start(event, null)}
          type="button"
        />
        {HANDLES.map((handle) => (
          <button
            aria-label={say('file:cropHandle', { side: say(`sides:${handle}`) })}
            className="media-crop__handle"
            data-handle={handle}
            key={handle}
            onKeyDown={(event) => press(event, handle)}
            onPointerDown={(event) => start(event, handle)}
            type="button"
          />
        ))}
      </div>
      <span aria-live="polite" className="media-hidden">
        {frame}
      </span>
    </div>
  )
}
