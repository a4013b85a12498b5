'use client'
// How the form of a block ends. Payload writes into the text while somebody types, and its button saves nothing when
// a check of what is typed runs at that moment. Here it saves at once, complete or not: what is missing is said
// where everything else is, when it is published. Closed in any other way, the form has changed nothing: what was
// there is put back, and may be taken again for as long as the notice is seen. Half of a URL, a number or a date would
// not be stored at all, so with one the form stays open.
import { toast, useForm } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { valuesIn } from './useBlockData.ts'
import { useBlockNode } from './useBlockNode.ts'
import { useFirstField } from './useFirstField.ts'
import { useDrawerOfBlock } from './useDrawerOfBlock.ts'

/** For the component of a block, inside its form. */
export const useSaveAndCancel = (): void => {
  const { close, isOpen, slug } = useDrawerOfBlock()
  const { t } = useVitrine()
  const { getFields, replaceState } = useForm()
  const { read, write } = useBlockNode()
  const isSaved = useRef(false)
  const opened = useRef<FormState | null>(null)

  const store = (fields: FormState): void => write({ ...read(), ...valuesIn(fields) })

  const putBack = (fields: FormState): void => {
    replaceState(copyOf(fields))
    store(fields)
  }

  const onToggle = useEffectEvent((isNowOpen: boolean) => {
    const before = opened.current
    const now = copyOf(getFields())
    opened.current = isNowOpen ? now : null
    if (!isNowOpen && before && !isSaved.current && textOf(before) !== textOf(now)) {
      putBack(before)
      toast.info(t('blocks:discarded'), {
        action: { label: t('blocks:keep'), onClick: () => putBack(now) },
        duration: 10_000,
      })
    }
    isSaved.current = false
  })
  useEffect(() => onToggle(isOpen), [isOpen])
  useFirstField({ isOpen, slug })

  const onClick = useEffectEvent((event: MouseEvent) => {
    const { target } = event
    if (target instanceof Element && target.closest(`#${CSS.escape(slug)} .form-submit button`)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (showHalfTyped(slug)) {
        return
      }
      isSaved.current = true
      store(getFields())
      close()
    }
  })
  useEffect(() => {
    const stopListening = new AbortController()
    if (isOpen) {
      // Before Payload hears of it.
      addEventListener('click', onClick, { capture: true, signal: stopListening.signal })
    }
    return () => stopListening.abort()
  }, [isOpen])
}

/** @returns whether there is a value that is half typed: its field has a hint, see src/admin/fields/hints.tsx. */
const showHalfTyped = (slug: string): boolean => {
  const drawer = document.getElementById(slug)
  const hint = drawer?.querySelector('.vitrine-url-hint')
  if (!hint) {
    return false
  }
  drawer?.setAttribute('data-vitrine-refused', '')
  hint.closest('.field-type')?.querySelector<HTMLElement>('input, textarea')?.focus()
  return true
}

const copyOf = (fields: FormState): FormState =>
  Object.fromEntries(Object.entries(fields).map(([path, state]) => [path, { ...state }]))

const textOf = (fields: FormState): string => JSON.stringify(valuesIn(fields))
