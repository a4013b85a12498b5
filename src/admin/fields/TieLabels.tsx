'use client'
// Ties labels to their fields in drawers. There, Payload's labels name an id with the depth and the form in it, and most
// of its fields have the plain one, which the page below may have too.
import { useEffect, type ReactNode } from 'react'

export const TieLabels = ({ children }: { children?: ReactNode }) => {
  useEffect(() => {
    const observer = new MutationObserver((changes) => {
      if (changes.some(({ addedNodes }) => [...addedNodes].some(hasLabel))) {
        tieAll()
      }
    })
    observer.observe(document.body, { childList: true, subtree: true })
    tieAll()
    return () => observer.disconnect()
  }, [])
  return children
}

const LABELS = 'label.field-label[for]'

const hasLabel = (node: Node): boolean =>
  node instanceof Element && (node.matches(LABELS) || node.querySelector(LABELS) !== null)

const tieAll = (): void => {
  for (const label of document.querySelectorAll<HTMLLabelElement>(LABELS)) {
    const control = label.control ? null : controlOf(label)
    if (control) {
      control.id = label.htmlFor
    }
  }
}

const CONTROLS = 'input:not([type="hidden"]), textarea, select'

const controlOf = (label: HTMLLabelElement): Element | null => {
  const field = label.closest('.field-type')
  // A group or a list has a label of its own above those of its fields.
  const isAlone = field?.querySelectorAll(LABELS).length === 1
  return isAlone ? field.querySelector(CONTROLS) : null
}
