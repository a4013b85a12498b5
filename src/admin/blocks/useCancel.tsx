'use client'
// Closing the form of a block without saving it changes nothing. Payload writes into the text while somebody types;
// so what was there is put back, and may be taken again for as long as the notice is seen.
import { useEditorConfigContext } from '@payloadcms/richtext-lexical/client'
import {
  formatDrawerSlug,
  toast,
  useEditDepth,
  useForm,
  useFormProcessing,
  useModal,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { valuesIn } from './useBlockData.ts'
import { useBlockNode } from './useBlockNode.ts'

/** For the component of a block, inside its form. */
export const useCancel = (): void => {
  const { t } = useVitrine()
  const { getFields, replaceState } = useForm()
  const { read, write } = useBlockNode()
  const isOpen = useIsDrawerOpen()
  const isSaving = useFormProcessing()
  const wasSaving = useRef(false)
  const opened = useRef<FormState | null>(null)

  const putBack = (fields: FormState): void => {
    replaceState(copyOf(fields))
    write({ ...read(), ...valuesIn(fields) })
  }

  const onToggle = useEffectEvent((isNowOpen: boolean) => {
    const before = opened.current
    const now = copyOf(getFields())
    opened.current = isNowOpen ? now : null
    // A save closes the drawer, too.
    if (!isNowOpen && before && !isSaving && !wasSaving.current && textOf(before) !== textOf(now)) {
      putBack(before)
      toast.info(t('blocks:discarded'), {
        action: { label: t('blocks:keep'), onClick: () => putBack(now) },
        duration: 10_000,
      })
    }
  })
  useEffect(() => onToggle(isOpen), [isOpen])

  // After the effect above, which asks how it was before.
  useEffect(() => {
    wasSaving.current = isSaving
  }, [isSaving])
}

/** The drawer of this block, as Payload names it. */
const useIsDrawerOpen = (): boolean => {
  const { modalState } = useModal()
  const { uuid } = useEditorConfigContext()
  const { read } = useBlockNode()
  const depth = useEditDepth()
  const slug = formatDrawerSlug({
    slug: `lexical-blocks-create-${uuid}-${String(read()?.id)}`,
    depth,
  })
  return modalState[slug]?.isOpen === true
}

const copyOf = (fields: FormState): FormState =>
  Object.fromEntries(Object.entries(fields).map(([path, state]) => [path, { ...state }]))

const textOf = (fields: FormState): string => JSON.stringify(valuesIn(fields))
