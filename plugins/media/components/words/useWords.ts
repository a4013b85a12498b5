'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { wordsIn, type Say } from './words.ts'

/** The plugin's sentences in the editor's language. */
export const useWords = (): { language: string; say: Say } => {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useMemo(() => ({ language, say: wordsIn(language) }), [language])
}
