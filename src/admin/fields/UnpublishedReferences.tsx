'use client'
// Tells whoever is about to publish what will be missing, and where: what is a draft, in the trash, or was deleted.
// Asks again after each save.
import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { UnpublishedReference } from '../../../collections/shared/endpoints/unpublishedReferences.ts'
import { useVitrine } from '../translations/useVitrine.ts'

export const UnpublishedReferences = () => {
  const { t } = useVitrine()
  const references = useReferences()
  if (references.length === 0) {
    return null
  }
  return (
    <section aria-live="polite" className="field-type vitrine-unpublished">
      <h4>{t('references:title', { count: references.length })}</h4>
      <p>{t('references:text', { count: references.length })}</p>
      <ul>
        {references.map((reference) => (
          <li key={`${reference.collection}:${reference.id}`}>
            <Target {...reference} />{' '}
            <span>
              {t(`references:${KINDS[reference.collection] ?? 'other'}`)} ·{' '}
              {t(`references:${reference.state}`)} · <Place path={reference.path} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const KINDS: Record<string, Kind> = {
  'case-studies': 'study',
  pages: 'page',
  people: 'people',
  organisations: 'organisations',
  testimonials: 'testimonials',
  services: 'services',
  industries: 'industries',
  technologies: 'technologies',
}

type Kind =
  | 'industries'
  | 'organisations'
  | 'page'
  | 'people'
  | 'services'
  | 'study'
  | 'technologies'
  | 'testimonials'

/** What is left of it; of what was deleted, nothing but where it was named. */
const Target = ({ collection, id, state, title }: UnpublishedReference) => {
  const { t } = useVitrine()
  const { config } = useConfig()
  return state === 'deleted' ? (
    <strong>{t('references:gone')}</strong>
  ) : (
    <a
      href={formatAdminURL({
        adminRoute: config.routes.admin,
        path: `/collections/${collection}${state === 'trashed' ? '/trash' : ''}/${id}`,
      })}
    >
      {title || t('common:untitled')}
    </a>
  )
}

/** `chapters.2.body` is in chapter 3; anything else is named by its field. */
const Place = ({ path }: { path: string }) => {
  const { t } = useVitrine()
  const [field = '', row = ''] = path.split('.')
  return field === 'chapters' ? (
    <>{t('references:inChapter', { number: Number(row) + 1 })}</>
  ) : (
    <>{t('references:in', { field })}</>
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
