'use client'
// What something without a title is called, instead of its ID, as Payload does: its title in the tenant's main
// language, with the name of that, or else untitled. lists.css hides the ID until then.
import { useConfig, useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'
import { inOtherLanguage } from '../../../collections/shared/inOtherLanguage.ts'
import { useSource } from '../languages/useSource.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const Untitled = () => {
  const { t } = useVitrine()
  const { collectionSlug, id } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { setDocumentTitle, title } = useDocumentTitle()
  const source = useSource()
  const isId = id !== undefined && title === String(id)
  const untitled = t('common:untitled')
  const { useAsTitle = 'title' } = collectionSlug ? getEntityConfig({ collectionSlug }).admin : {}
  const written = (source?.document as Record<string, unknown> | undefined)?.[useAsTitle]
  const isKnown = typeof written === 'string' && written.trim() !== ''
  const fallback = isKnown ? inOtherLanguage({ language: source!.main, title: written }) : untitled
  useEffect(() => {
    if (isId || (title === untitled && fallback !== untitled)) {
      setDocumentTitle(fallback)
    }
  }, [fallback, isId, setDocumentTitle, title, untitled])
  return isId ? <span data-vitrine-title="id" hidden /> : null
}
