'use client'
import { useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/**
 * Where a question of Payload's has its words, while it is open: nothing of it can be given words of another's.
 *
 * @param slugs Of the questions that it may be.
 */
export const useDialogContent = (slugs: readonly string[]): Element | null => {
  const { modalState } = useModal()
  const open = slugs.find((slug) => modalState[slug]?.isOpen)
  const [content, setContent] = useState<Element | null>(null)
  useEffect(() => {
    if (open === undefined) {
      return
    }
    // It is drawn a moment after it counts as open.
    const look = (): boolean => {
      const found = document.getElementById(open)?.querySelector('.confirmation-modal__content')
      setContent(found ?? null)
      return Boolean(found)
    }
    const observer = new MutationObserver(() => {
      if (look()) {
        observer.disconnect()
      }
    })
    if (!look()) {
      observer.observe(document.body, { childList: true, subtree: true })
    }
    return () => {
      observer.disconnect()
      setContent(null)
    }
  }, [open])
  return open === undefined ? null : content
}
