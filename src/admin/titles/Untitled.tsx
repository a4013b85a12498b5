'use client'
// Something without a title is called that, and not by its ID, as Payload does; lists.css hides the ID until then.
import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'

export const Untitled = () => {
  const { t } = useVitrine()
  const { id } = useDocumentInfo()
  const { setDocumentTitle, title } = useDocumentTitle()
  const isId = id !== undefined && title === String(id)
  useEffect(() => {
    if (isId) {
      setDocumentTitle(t('common:untitled'))
    }
  }, [isId, setDocumentTitle, t])
  return isId ? <span data-vitrine-title="id" hidden /> : null
}
