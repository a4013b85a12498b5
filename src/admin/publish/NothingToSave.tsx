'use client'
// Marks a document that somebody may read only: forms.css takes away what Payload's menu offers whether or not it
// could be saved. The server refuses it in any case.
import { useDocumentInfo } from '@payloadcms/ui'

export const NothingToSave = () => {
  const { hasSavePermission, id } = useDocumentInfo()
  return id && hasSavePermission === false ? <span data-vitrine-save="nothing" hidden /> : null
}
