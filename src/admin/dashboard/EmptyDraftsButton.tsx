'use client'
// Moves all drafts in which nothing is written to the trash.
import { Confirm } from '../forms/Confirm.tsx'
import { useMoveToTrash } from '../lists/useMoveToTrash.ts'
import { useVitrine } from '../translations/useVitrine.ts'

type Props = {
  /** Their ids, by collection. */
  documents: Record<string, string[]>
}

export const EmptyDraftsButton = ({ documents }: Props) => {
  const { t } = useVitrine()
  const moveToTrash = useMoveToTrash()
  const count = Object.values(documents).flat().length
  return (
    <Confirm
      label={t('queues:trashEmpty')}
      of={t('queues:trashEmptyOf', { count })}
      onConfirm={() => moveToTrash(documents)}
      onDone={() => undefined}
      text={t('queues:trashEmptyText')}
      title={t('queues:trashEmptyTitle', { count })}
    />
  )
}
