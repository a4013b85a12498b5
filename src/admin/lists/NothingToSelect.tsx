'use client'
// Marks a list in which somebody may do nothing with several documents at once; lists.css takes the
// boxes away. In a drawer, boxes choose.
import { useAuth, useListDrawerContext } from '@payloadcms/ui'
import type { BeforeListTableClientProps } from 'payload'
import { useTrashable } from './useTrashable.ts'

export const NothingToSelect = ({
  collectionSlug,
  hasDeletePermission,
  hasTrashPermission,
}: BeforeListTableClientProps) => {
  const { permissions } = useAuth()
  const { isInDrawer } = useListDrawerContext()
  const trashable = useTrashable(collectionSlug)
  const canDoSomething =
    hasDeletePermission ||
    hasTrashPermission ||
    trashable.size > 0 ||
    permissions?.collections?.[collectionSlug]?.update === true
  return isInDrawer || canDoSomething ? null : <span data-vitrine-select="nothing" hidden />
}
