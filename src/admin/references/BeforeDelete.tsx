'use client'
// In the question whether to delete something: what points there, and what becomes of it.
import { useConfig, useDocumentInfo, useListDrawerContext, useSelection } from '@payloadcms/ui'
import type { BeforeListTableClientProps } from 'payload'
import { use, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useVitrine } from '../translations/useVitrine.ts'
import { findPointing, MOST_ASKED, type Found } from './findPointing.ts'
import { DecidedContext } from './StillReferenced.tsx'
import { useDialogContent } from './useDialogContent.ts'
import { choiceOf, firstDecision, Places, WhatBecomes } from './WhatBecomes.tsx'

/** For a document's view. */
export const BeforeDeleteOne = () => {
  const { collectionSlug, id } = useDocumentInfo()
  const of = String(id)
  return id !== undefined && collectionSlug ? (
    <BeforeDelete
      collection={collectionSlug}
      ids={[of]}
      slugs={[`delete-${of}`, `perma-delete-${of}`]}
    />
  ) : null
}

/** For a list. */
export const BeforeDeleteMany = ({ collectionSlug }: BeforeListTableClientProps) => {
  const { isInDrawer } = useListDrawerContext()
  const { selectedIDs } = useSelection()
  return isInDrawer ? null : (
    <BeforeDelete
      collection={collectionSlug}
      ids={selectedIDs.map(String)}
      slugs={['confirm-delete-many-docs']}
    />
  )
}

type Props = { collection: string; ids: string[]; slugs: string[] }

const BeforeDelete = ({ collection, ids, slugs }: Props) => {
  const { getEntityConfig } = useConfig()
  const { trash, upload } = getEntityConfig({ collectionSlug: collection })
  const content = useDialogContent(slugs)
  const isKept = Boolean(trash) || Boolean(upload)
  return content && isKept && ids.length > 0 && ids.length <= MOST_ASKED
    ? createPortal(
        <Pointing collection={collection} ids={ids} isOfFiles={Boolean(upload)} />,
        content,
      )
    : null
}

const Pointing = ({
  collection,
  ids,
  isOfFiles,
}: Omit<Props, 'slugs'> & { isOfFiles: boolean }) => {
  const { t } = useVitrine()
  const [found, setFound] = useState<Found | null | undefined>()
  const key = ids.join(',')
  useEffect(() => {
    let isGone = false
    void findPointing({ collection, ids: key.split(','), isOfFiles }).then((answer) => {
      if (!isGone) {
        setFound(answer)
      }
    })
    return () => {
      isGone = true
    }
  }, [collection, isOfFiles, key])
  return (
    <div aria-live="polite" className="vitrine-dialog__question">
      {found === undefined ? <p role="status">{t('stillReferenced:looking')}</p> : null}
      {found?.kind === 'references' ? <References {...found} /> : null}
      {found?.kind === 'uses' ? <Uses {...found} isOne={ids.length === 1} /> : null}
    </div>
  )
}

const References = ({ question }: Extract<Found, { kind: 'references' }>) => {
  const note = use(DecidedContext)
  const [decision, setDecision] = useState(() => firstDecision(question))
  const choice = choiceOf(decision)
  useEffect(() => {
    note({ choice, collection: question.collection })
    return () => note(null)
  }, [choice, note, question.collection])
  return <WhatBecomes decision={decision} onDecide={setDecision} question={question} />
}

const STATES = {
  draft: 'lists:draft',
  earlier: 'stillReferenced:earlier',
  online: 'lists:live',
} as const

const Uses = ({
  count,
  hidden,
  isOne,
  uses,
}: Extract<Found, { kind: 'uses' }> & { isOne: boolean }) => {
  const { t } = useVitrine()
  return (
    // dialog.css takes away what would only be refused.
    <div className="vitrine-dialog__question" data-vitrine-delete={isOne ? 'refused' : 'some'}>
      <p>{isOne ? t('stillReferenced:used') : t('stillReferenced:usedOfMany', { count })}</p>
      <Places
        hidden={hidden}
        places={uses.map((one) => ({
          ...one,
          state: one.isInTrash ? t('references:trashed') : t(STATES[one.state]),
          url: one.url ?? `/admin/collections/${one.collection}/${one.id}`,
        }))}
      />
      <p>{t('stillReferenced:usedText')}</p>
    </div>
  )
}
