// Completes the URL in a field of Payload's when somebody leaves it, and takes the URL out of a snippet when it is
// pasted. The field is Payload's own, so its element is listened to.
import { useForm } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { completeUrl, srcIn } from '../../../collections/shared/typedUrl.ts'
import type { UrlKind } from '../../../collections/shared/urls.ts'

/** @returns for an element within the field */
export const useTypedUrl = ({
  path,
  takes,
}: {
  path: string
  takes: UrlKind
}): RefObject<HTMLSpanElement | null> => {
  const within = useRef<HTMLSpanElement>(null)
  const { dispatchFields, getField, setModified } = useForm()

  const take = (typed: unknown): boolean => {
    const url = typeof typed === 'string' ? completeUrl({ takes, typed }) : typed
    if (url === typed && url === getField(path)?.value) {
      return false
    }
    dispatchFields({ type: 'UPDATE', path, value: url })
    setModified(true)
    return true
  }

  const onLeave = useEffectEvent(() => take(getField(path)?.value))
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    if (srcIn(pasted) && take(pasted)) {
      event.preventDefault()
    }
  })
  useEffect(() => {
    const stopListening = new AbortController()
    const { signal } = stopListening
    const field = within.current?.closest<HTMLElement>('.field-type')
    field?.addEventListener('focusout', () => onLeave(), { signal })
    field?.addEventListener('paste', (event) => onPaste(event), { signal })
    return () => stopListening.abort()
  }, [])
  return within
}
