'use client'
// The publish button for those who may publish, with what it does; for those who write only, who will.
import { PublishButton, useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { PublishButtonClientProps } from 'payload'
import { useEffect } from 'react'
import { tenantIdOf } from '../../../access/principal.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { mayPublish } from './mayPublish.ts'
import { ViewPage } from './ViewPage.tsx'

export const PublishOrSay = (props: PublishButtonClientProps) => {
  const { t } = useVitrine()
  const { user } = useAuth()
  const { collectionSlug = '', hasPublishedDoc, savedDocumentData } = useDocumentInfo()
  const chosen = useFormFields(([fields]) => fields.tenant?.value)
  const tenant = tenantIdOf(savedDocumentData?.tenant) ?? tenantIdOf(chosen)
  usePlansToPublish()
  return (
    <>
      <ViewPage />
      {mayPublish({ collection: collectionSlug, tenant, user }) ? (
        <PublishButton
          {...props}
          label={t(hasPublishedDoc ? 'publish:changes' : 'publish:first')}
        />
      ) : (
        <p className="vitrine-publish">{t('publish:byEditor')}</p>
      )}
    </>
  )
}

/** What was never online cannot go offline: without this, that is what Payload's drawer of plans begins with. */
const usePlansToPublish = (): void => {
  const { hasPublishedDoc, setUnpublishedVersionCount, unpublishedVersionCount } = useDocumentInfo()
  const isAsIfOnline = !hasPublishedDoc && unpublishedVersionCount === 0
  useEffect(() => {
    if (isAsIfOnline) {
      setUnpublishedVersionCount(1)
    }
  }, [isAsIfOnline, setUnpublishedVersionCount])
}
