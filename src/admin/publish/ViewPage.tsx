'use client'
// Where readers find what is being edited; right after it was published, that it was.
import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { PublicPage } from '../../../collections/shared/endpoints/publicPage.ts'
import { request } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'

/** The collections whose documents have a page of their own, with this endpoint. */
const WITH_PAGE = ['case-studies', 'pages']

export const ViewPage = () => {
  const { t } = useVitrine()
  const url = usePage()
  const isJustPublished = useIsJustPublished()
  return (
    <p className="vitrine-view-page" role="status">
      {isJustPublished ? <>{t(url ? 'publish:done' : 'publish:doneUnseen')} </> : null}
      {url ? (
        <a href={url} rel="noreferrer" target="_blank">
          {t('publish:viewPage')} ↗<span className="sr-only"> {t('dashboard:opensNewTab')}</span>
        </a>
      ) : null}
    </p>
  )
}

/** Asks again after each save. */
const usePage = (): string | null => {
  const { config } = useConfig()
  const { code } = useLocale()
  const { collectionSlug = '', hasPublishedDoc, id, lastUpdateTime } = useDocumentInfo()
  const [url, setUrl] = useState<string | null>(null)
  const path =
    hasPublishedDoc && id && WITH_PAGE.includes(collectionSlug)
      ? formatAdminURL({
          apiRoute: config.routes.api,
          path: `/${collectionSlug}/${id}/page?locale=${encodeURIComponent(code)}`,
        })
      : null
  useEffect(() => {
    if (path) {
      void request<PublicPage>({ method: 'GET', path }).then(({ data }) =>
        setUrl(data?.url ?? null),
      )
    }
  }, [path, lastUpdateTime])
  return path ? url : null
}

/** From the answer that says it is online, until something is typed again. */
const useIsJustPublished = (): boolean => {
  const { savedDocumentData } = useDocumentInfo()
  const [isJust, setIsJust] = useState(false)
  const before = useRef(savedDocumentData)
  const onSaved = useEffectEvent(() => {
    const wasLoaded = before.current !== undefined
    const isNew = before.current !== savedDocumentData
    before.current = savedDocumentData
    if (isNew && wasLoaded) {
      setIsJust(savedDocumentData?._status === 'published')
    }
  })
  useEffect(() => onSaved(), [savedDocumentData])
  return isJust
}
