'use client'
// A new invitation is sent, not saved; one that is out cannot be changed.
import { SaveButton, useDocumentInfo } from '@payloadcms/ui'
import { useVitrine } from '../translations/useVitrine.ts'

export const SendButton = () => {
  const { t } = useVitrine()
  const { id } = useDocumentInfo()
  return id ? null : <SaveButton label={t('people:send')} />
}
