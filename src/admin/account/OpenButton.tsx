'use client'
// The button that opens a form in its place.
import { Button } from '@payloadcms/ui'
import type { ReactNode, RefObject } from 'react'

type Props = {
  children: ReactNode
  onClick: () => void
  opener: RefObject<HTMLButtonElement | null>
}

export const OpenButton = ({ children, onClick, opener }: Props) => (
  <Button
    buttonStyle="secondary"
    margin={false}
    onClick={onClick}
    ref={opener}
    size="small"
    type="button"
  >
    {children}
  </Button>
)
