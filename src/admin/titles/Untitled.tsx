'use client'
// What something without a title is called, instead of its ID or “[Untitled]”, as Payload does: while it is new, what it
// is going to be; then its title in the tenant's main language, with the name of that, or else untitled. lists.css hides
// what Payload says until then.
import {
  useConfig,
  useDocumentInfo,
  useDocumentTitle,
  useStepNav,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useLayoutEffect } from 'react'
import { inOtherLanguage } from '../../../collections/shared/inOtherLanguage.ts'
import { useSource } from '../languages/useSource.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { newTitle } from './newTitle.ts'

export const Untitled = () => {
  const { collectionSlug, id } = useDocumentInfo()
  return id === undefined ? <New collection={collectionSlug ?? ''} /> : <Stored id={String(id)} />
}

const New = ({ collection }: { collection: string }) => {
  const { t } = useVitrine()
  const { t: payloads } = useTranslation()
  const { setDocumentTitle, title } = useDocumentTitle()
  const { setStepNav, stepNav } = useStepNav()
  const name = newTitle({ collection, t })
  const isUnnamed = title === `[${payloads('general:untitled')}]`
  useEffect(() => {
    if (isUnnamed) {
      // After Payload, which says its own at the same moment.
      queueMicrotask(() => setDocumentTitle(name))
    }
  }, [isUnnamed, name, setDocumentTitle])
  // Before it is painted: Payload says it again with each letter of the title.
  useLayoutEffect(() => {
    const last = stepNav.at(-1)
    if (last?.label === payloads('general:createNew')) {
      setStepNav([...stepNav.slice(0, -1), { ...last, label: name }])
    }
  }, [name, payloads, setStepNav, stepNav])
  return isUnnamed ? <span data-vitrine-title="unknown" hidden /> : null
}

const Stored = ({ id }: { id: string }) => {
  const { t } = useVitrine()
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const { setDocumentTitle, title } = useDocumentTitle()
  const source = useSource()
  const isId = title === id
  const untitled = t('common:untitled')
  const { useAsTitle = 'title' } = collectionSlug ? getEntityConfig({ collectionSlug }).admin : {}
  const written = (source?.document as Record<string, unknown> | undefined)?.[useAsTitle]
  const isKnown = typeof written === 'string' && written.trim() !== ''
  const fallback = isKnown ? inOtherLanguage({ language: source!.main, title: written }) : untitled
  useEffect(() => {
    if (isId || (title === untitled && fallback !== untitled)) {
      setDocumentTitle(fallback)
    }
  }, [fallback, isId, setDocumentTitle, title, untitled])
  return isId ? <span data-vitrine-title="unknown" hidden /> : null
}
