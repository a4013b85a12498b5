/** Two states of one thing under a divider that moves by pointer, touch and arrow keys: it is a range input (`islands.ts`). */
import type { CSSProperties } from 'react'
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
  sizes: string
}

export const BeforeAfter = ({
  before,
  after,
  beforeLabel,
  afterLabel,
  caption,
  hint,
  sizes,
}: BeforeAfterProps) => (
  <figure className="before-after wide" data-island="before-after">
    {/* The pictures do not turn around in a right-to-left text. */}
    <div
      className="before-after-stage"
      dir="ltr"
      style={
        { '--position': '50%', aspectRatio: `${after.width} / ${after.height}` } as CSSProperties
      }
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
        defaultValue={50}
        data-label={beforeLabel}
        aria-label={`${hint}: ${beforeLabel} / ${afterLabel}`}
        aria-valuetext={`${beforeLabel} 50%`}
      />
      <span className="before-after-handle" aria-hidden="true" />
    </div>
    <Caption caption={caption} />
  </figure>
)
