// The drawer of a block begins at its first field. Payload's begins at the button that closes it, as soon as its
// transition allows; that first step of the focus is taken further.
import { useEffect } from 'react'

export const useFirstField = ({ isOpen, slug }: { isOpen: boolean; slug: string }): void => {
  useEffect(() => {
    const stopListening = new AbortController()
    const onFocus = ({ target }: FocusEvent): void => {
      const drawer = document.getElementById(slug)
      if (!(target instanceof Element) || !drawer?.contains(target)) {
        return
      }
      stopListening.abort()
      if (target.matches('.drawer__header__close')) {
        firstIn(drawer)?.focus()
      }
    }
    if (isOpen) {
      addEventListener('focusin', onFocus, { signal: stopListening.signal })
    }
    return () => stopListening.abort()
  }, [isOpen, slug])
}

const firstIn = (drawer: Element): HTMLElement | null =>
  drawer.querySelector<HTMLElement>(
    '.render-fields :is(input:not([type="hidden"]), textarea, button, [contenteditable="true"]):not(:disabled)',
  )
