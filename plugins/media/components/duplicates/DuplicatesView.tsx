'use client'
// A page beside the library: files that are here more than once, and a way to be rid of the copies.
import { Gutter, useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { getTranslation } from '@payloadcms/translations'
import { formatAdminURL } from 'payload/shared'
import { useEffect } from 'react'
import { useAnswer } from '../shared/useAnswer.ts'
import { usePlace } from '../shared/usePlace.ts'
import { useWords } from '../words/useWords.ts'
import { DuplicateGroup } from './DuplicateGroup.tsx'
import type { Group } from './choose.ts'
import '../shared/shared.css'
import './duplicates.css'

type DuplicatesViewProps = {
  /** Default `media`. */
  collectionSlug?: string
}

export const DuplicatesView = ({ collectionSlug = 'media' }: DuplicatesViewProps) => {
  const { say } = useWords()
  const { i18n } = useTranslation()
  const { admin, api, tenant } = usePlace()
  const { getEntityConfig } = useConfig()
  const { setStepNav } = useStepNav()
  const { labels } = getEntityConfig({ collectionSlug })
  useEffect(() => {
    setStepNav([
      {
        label: getTranslation(labels.plural, i18n),
        url: formatAdminURL({ adminRoute: admin, path: `/collections/${collectionSlug}` }),
      },
      { label: say('duplicates:title') },
    ])
  }, [admin, collectionSlug, i18n, labels.plural, say, setStepNav])
  const found = useAnswer<{ groups: Group[] }>(
    tenant === null
      ? null
      : `${api}/${collectionSlug}/duplicates?tenant=${encodeURIComponent(tenant)}`,
  )
  return (
    <Gutter className="media-duplicates">
      <h1 className="media-duplicates__title">{say('duplicates:title')}</h1>
      <p className="media-duplicates__text">{say('duplicates:text')}</p>
      {tenant === null ? (
        <p className="media-note">{say('library:chooseTenant')}</p>
      ) : found.data ? (
        found.data.groups.length === 0 ? (
          <div className="media-note">
            <h2 className="media-note__title">{say('duplicates:none')}</h2>
            <p>{say('duplicates:noneText')}</p>
          </div>
        ) : (
          found.data.groups.map((group) => (
            <DuplicateGroup
              collection={collectionSlug}
              group={group}
              key={group.etag}
              onChanged={found.again}
            />
          ))
        )
      ) : found.state === 'failed' ? (
        <div className="media-note" role="alert">
          <p>{say('duplicates:failed')}</p>
          <button className="media-button" onClick={found.again} type="button">
            {say('duplicates:again')}
          </button>
        </div>
      ) : (
        <div aria-busy="true" role="status">
          <span className="media-hidden">{say('library:loading')}</span>
          {Array.from({ length: 3 }, (_, row) => (
            <div aria-hidden className="media-shimmer media-duplicates__wait" key={row} />
          ))}
        </div>
      )}
    </Gutter>
  )
}
