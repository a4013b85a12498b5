'use client'
// The publish button for those who may publish; for those who write only, who will.
import { PublishButton, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { PublishButtonClientProps } from 'payload'
import { isPermission, type Permission } from '../../../access/permissions.ts'
import {
  can,
  principalOf,
  tenantIdOf,
  tenantsWith,
  type Principal,
} from '../../../access/principal.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const PublishOrSay = (props: PublishButtonClientProps) => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const { collectionSlug, savedDocumentData } = useDocumentInfo()
  const chosen = useFormFields(([fields]) => fields.tenant?.value)
  const tenant = tenantIdOf(savedDocumentData?.tenant) ?? tenantIdOf(chosen)
  return mayPublish({ permission: `${collectionSlug}.publish`, tenant, user }) ? (
    <PublishButton {...props} />
  ) : (
    <p className="vitrine-publish">{t('publish:byEditor')}</p>
  )
}

const mayPublish = ({
  permission,
  tenant,
  user,
}: {
  permission: string
  /** `null` before a new document has one. */
  tenant: string | null
  user: unknown
}): boolean => {
  const principal = principalOf(user)
  return (
    isPermission(permission) &&
    (tenant === null ? mayAnywhere(principal, permission) : can(principal, permission, tenant))
  )
}

const mayAnywhere = (principal: Principal, permission: Permission): boolean =>
  principal.isOperator || tenantsWith(principal, permission).length > 0
