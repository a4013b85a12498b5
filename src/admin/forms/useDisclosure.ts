'use client'
// A form that stands in place of the button that opened it. When it closes, the keyboard is back on
// that button, unless what follows takes it.
import { useEffect, useRef, useState, type RefObject } from 'react'

type Disclosure = {
  isOpen: boolean
  open: () => void
  close: (options?: { returnsFocus?: boolean }) => void
  opener: RefObject<HTMLButtonElement | null>
}

export const useDisclosure = (): Disclosure => {
  const [isOpen, setIsOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const isFocusDue = useRef(false)
  useEffect(() => {
    if (!isOpen && isFocusDue.current) {
      isFocusDue.current = false
      opener.current?.focus()
    }
  }, [isOpen])
  return {
    isOpen,
    open: () => setIsOpen(true),
    close: ({ returnsFocus = true } = {}) => {
      isFocusDue.current = returnsFocus
      setIsOpen(false)
    },
    opener,
  }
}
