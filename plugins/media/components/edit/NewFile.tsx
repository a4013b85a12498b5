'use client'
// A document without a file yet: Payload's own element, without the tools that would change pixels.
import { Upload, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { rememberTenant } from '../uploader/fileTenants.ts'

export const NewFile = ({ collectionSlug }: { collectionSlug: string }) => {
  const { initialState } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { upload } = getEntityConfig({ collectionSlug })
  useFileTenant()
  return (
    <Upload
      collectionSlug={collectionSlug}
      initialState={initialState}
      // Both are set afterwards, and leave the file as it is.
      uploadConfig={{ ...upload, crop: false, focalPoint: false }}
    />
  )
}

/** The transfer begins when the form is sent, and knows no form: it finds the tenant by the file. */
export const useFileTenant = (): void => {
  const file: unknown = useFormFields(([fields]) => fields.file?.value)
  const tenant: unknown = useFormFields(([fields]) => fields.tenant?.value)
  useEffect(() => {
    if (file instanceof File && typeof tenant === 'string') {
      rememberTenant(file, tenant)
    }
  }, [file, tenant])
}
