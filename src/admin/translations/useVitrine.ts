'use client'
// Vitrine's sentences in the browser.
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { translator } from './translate.ts'
import type { Translate } from './types.ts'

/** The typed translator, and the language it speaks. */
export const useVitrine = (): { t: Translate; language: string } => {
  const { i18n } = useTranslation()
  return useMemo(() => ({ t: translator({ t: i18n.t as never }), language: i18n.language }), [i18n])
}
