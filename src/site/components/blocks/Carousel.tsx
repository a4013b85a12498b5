/** A row that snaps. It scrolls by itself; where scripts run there are buttons too (`islands.ts`). */
import type { ReactNode } from 'react'
import { Arrow } from '../icons.tsx'

export const Carousel = ({
  children,
  label,
  previous,
  next,
}: {
  children: ReactNode
  label: string
  previous: string
  next: string
}) => (
  <div className="carousel full" data-island="carousel">
    <div className="carousel-track" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
    <div className="carousel-buttons">
      <button type="button" data-step="-1" aria-label={previous}>
        <Arrow className="is-back" />
      </button>
      <button type="button" data-step="1" aria-label={next}>
        <Arrow />
      </button>
    </div>
  </div>
)
