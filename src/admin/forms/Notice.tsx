'use client'
// What has just come of a form, or still waits. The keyboard goes to it when it is news.
import { useEffect, useRef, type ReactNode } from 'react'

export const Notice = ({
  children,
  isNews,
  label,
}: {
  children: ReactNode
  isNews: boolean
  label: string
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNews) {
      box.current?.focus()
    }
  }, [isNews])
  return (
    <div aria-label={label} className="vitrine-notice" ref={box} role="group" tabIndex={-1}>
      {children}
    </div>
  )
}
