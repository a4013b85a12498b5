'use client'

/** Two states of one thing under a divider that moves by pointer, touch and arrow keys: it is a range input. */
import { useState, type CSSProperties } from 'react'
import type { ImageView } from '../../model.ts'
import { Caption } from '../MediaFigure.tsx'
import { Picture } from '../Picture.tsx'

export type BeforeAfterProps = {
  before: ImageView
  after: ImageView
  beforeLabel: string
  afterLabel: string
  caption: string | null
  hint: string
}

const sizes = '(min-width: 1100px) 1040px, 100vw'

export const BeforeAfter = ({ before, after, beforeLabel, afterLabel, caption, hint }: BeforeAfterProps) => {
  const [position, setPosition] = useState(50)
  return (
    <figure className="before-after wide">
      {/* The pictures do not turn around in a right-to-left text. */}
      <div
        className="before-after-stage"
        dir="ltr"
        style={{ '--position': `${position}%`, aspectRatio: `${after.width} / ${after.height}` } as CSSProperties}
      >
        <Picture image={after} sizes={sizes} />
        <Picture image={before} sizes={sizes} className="is-before" />
        <span className="before-after-label is-before" aria-hidden="true">
          {beforeLabel}
        </span>
        <span className="before-after-label is-after" aria-hidden="true">
          {afterLabel}
        </span>
        <input
          type="range"
          min={0}
          max={100}
          value={position}
          onChange={(event) => setPosition(Number(event.target.value))}
          aria-label={`${hint}: ${beforeLabel} / ${afterLabel}`}
          aria-valuetext={`${beforeLabel} ${position}%`}
        />
        <span className="before-after-handle" aria-hidden="true" />
      </div>
      <Caption caption={caption} />
    </figure>
  )
}
