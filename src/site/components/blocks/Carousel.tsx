'use client'

/** A row that snaps. Without JavaScript it still scrolls; with it there are buttons too. */
import { useRef, type ReactNode } from 'react'
import { Arrow } from '../icons.tsx'

export const Carousel = ({ children, label, previous, next }: { children: ReactNode; label: string; previous: string; next: string }) => {
  const track = useRef<HTMLDivElement>(null)
  const move = (direction: 1 | -1) => {
    const element = track.current
    if (!element) {
      return
    }
    const forward = getComputedStyle(element).direction === 'rtl' ? -1 : 1
    element.scrollBy({ left: direction * forward * element.clientWidth * 0.8, behavior: 'smooth' })
  }
  return (
    <div className="carousel full">
      <div ref={track} className="carousel-track" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
      <div className="carousel-buttons">
        <button type="button" onClick={() => move(-1)} aria-label={previous}>
          <Arrow className="is-back" />
        </button>
        <button type="button" onClick={() => move(1)} aria-label={next}>
          <Arrow />
        </button>
      </div>
    </div>
  )
}
