'use client'
// The publish button for those who may publish, with what it does; for those who write only, who will.
import {
  ConfigProvider,
  PublishButton,
  useAuth,
  useConfig,
  useDocumentInfo,
  useFormFields,
} from '@payloadcms/ui'
import type { ClientConfig, PublishButtonClientProps } from 'payload'
import { useEffect, useMemo, type ReactNode } from 'react'
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
  const may = (action: 'publish' | 'schedule' | 'unpublish') =>
    mayPublish({ action, collection: collectionSlug, tenant, user })
  usePlansToPublish()
  return (
    <>
      <ViewPage />
      {may('publish') ? (
        <Plans isOffered={may('schedule')} onlyPublishes={!may('unpublish')}>
          <PublishButton
            {...props}
            label={t(hasPublishedDoc ? 'publish:changes' : 'publish:first')}
          />
        </Plans>
      ) : (
        <p className="vitrine-publish">{t('publish:byEditor')}</p>
      )}
    </>
  )
}

/**
 * Payload offers plans to everybody who may publish: to schedule is a right of its own, and so is to take
 * offline, which fields.css takes out of the drawer.
 */
const Plans = ({
  children,
  isOffered,
  onlyPublishes,
}: {
  children: ReactNode
  isOffered: boolean
  onlyPublishes: boolean
}) => {
  const { config } = useConfig()
  const { collectionSlug } = useDocumentInfo()
  const offered = useMemo(
    () => (isOffered ? config : withoutPlans({ collection: collectionSlug, config })),
    [collectionSlug, config, isOffered],
  )
  return (
    <ConfigProvider config={offered}>
      {onlyPublishes ? <span data-vitrine-plans="publish" hidden /> : null}
      {children}
    </ConfigProvider>
  )
}

const withoutPlans = ({
  collection,
  config,
}: {
  collection: string | undefined
  config: ClientConfig
}): ClientConfig => ({
  ...config,
  collections: config.collections.map((one) =>
    one.slug === collection && one.versions?.drafts
      ? {
          ...one,
          versions: { ...one.versions, drafts: { ...one.versions.drafts, schedulePublish: false } },
        }
      : one,
  ),
})

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
