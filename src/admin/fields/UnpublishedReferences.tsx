'use client'
// Tells whoever is about to publish what will be missing: people, clients, testimonials and terms that
// are drafts or in the trash. Asks again after each save.
import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { UnpublishedReference } from '../../../collections/shared/endpoints/unpublishedReferences.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const UnpublishedReferences = () => {
  const { t } = useVitrine()
  const { config } = useConfig()
  const references = useReferences()
  if (references.length === 0) {
    return null
  }
  return (
    <section aria-live="polite" className="field-type vitrine-unpublished">
      <h4>{t('references:title', { count: references.length })}</h4>
      <p>{t('references:text', { count: references.length })}</p>
      <ul>
        {references.map(({ collection, id, isInTrash, title }) => (
          <li key={`${collection}:${id}`}>
            <a
              href={formatAdminURL({
                adminRoute: config.routes.admin,
                path: `/collections/${collection}${isInTrash ? '/trash' : ''}/${id}`,
              })}
            >
              {title || t('common:untitled')}
            </a>{' '}
            <span>
              {t(`references:${collection}`)} ·{' '}
              {t(isInTrash ? 'references:trash' : 'references:draft')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const useReferences = (): UnpublishedReference[] => {
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const { collectionSlug, id, lastUpdateTime } = useDocumentInfo()
  const [found, setFound] = useState<UnpublishedReference[]>([])
  useEffect(() => {
    if (!id || !collectionSlug) {
      return
    }
    const controller = new AbortController()
    const url = formatAdminURL({
      apiRoute: config.routes.api,
      path: `/${collectionSlug}/${id}/unpublished-references?locale=${encodeURIComponent(locale)}`,
    })
    fetch(url, { credentials: 'include', signal: controller.signal })
      .then(async (response) => {
        if (response.ok) {
          const { references } = (await response.json()) as { references: UnpublishedReference[] }
          setFound(references)
        }
      })
      // Only a hint: without an answer the last one stays.
      .catch(() => undefined)
    return () => controller.abort()
  }, [collectionSlug, config.routes.api, id, lastUpdateTime, locale])
  return found
}
