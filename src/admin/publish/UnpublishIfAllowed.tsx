'use client'
// Taking offline is a right of its own; Payload offers it to whoever may publish.
import { UnpublishButton, useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { UnpublishButtonClientProps } from 'payload'
import { isPermission } from '../../../access/permissions.ts'
import { can, principalOf } from '../../../access/principal.ts'

export const UnpublishIfAllowed = (props: UnpublishButtonClientProps) => {
  const { user } = useAuth()
  const { collectionSlug = '', savedDocumentData } = useDocumentInfo()
  const permission = `${collectionSlug}.unpublish`
  return isPermission(permission) &&
    can(principalOf(user), permission, savedDocumentData?.tenant) ? (
    <UnpublishButton {...props} />
  ) : null
}
