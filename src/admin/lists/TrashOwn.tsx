'use client'
// Several drafts at once into the trash, for those who may delete their own only: Payload offers to delete several to
// those who may delete any.
import { useListDrawerContext, useSelection } from '@payloadcms/ui'
import type { BeforeListTableClientProps } from 'payload'
import { Confirm } from '../forms/Confirm.tsx'
import { useVitrine } from '../translations/useVitrine.ts'
import { useMoveToTrash } from './useMoveToTrash.ts'
import { useTrashable } from './useTrashable.ts'

export const TrashOwn = ({
  collectionSlug,
  hasDeletePermission,
  hasTrashPermission,
}: BeforeListTableClientProps) => {
  const { t } = useVitrine()
  const { isInDrawer } = useListDrawerContext()
  const { count, selectedIDs, toggleAll } = useSelection()
  const moveToTrash = useMoveToTrash()
  const trashable = useTrashable(collectionSlug)
  const chosen = count === 0 ? [] : selectedIDs.map(String)
  const ids = chosen.filter((id) => trashable.has(id))
  if (isInDrawer || hasDeletePermission || hasTrashPermission || chosen.length === 0) {
    return null
  }
  if (ids.length === 0) {
    return <p className="vitrine-trash-own">{t('lists:notYours')}</p>
  }
  return (
    <div className="vitrine-trash-own">
      <Confirm
        label={t('lists:trashOwn', { count: ids.length })}
        onConfirm={() => moveToTrash({ [collectionSlug]: ids })}
        onDone={() => toggleAll()}
        text={t('lists:trashOwnText')}
        title={t('lists:trashOwnTitle', { count: ids.length })}
      />
      {ids.length < chosen.length ? <span>{t('lists:othersStay')}</span> : null}
    </div>
  )
}
