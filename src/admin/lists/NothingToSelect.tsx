'use client'
// Marks a list in which somebody may do nothing with several documents at once; lists.css takes the
// boxes away. In a drawer, boxes choose.
import { useAuth, useListDrawerContext } from '@payloadcms/ui'
import type { BeforeListTableClientProps } from 'payload'

export const NothingToSelect = ({
  collectionSlug,
  hasDeletePermission,
  hasTrashPermission,
}: BeforeListTableClientProps) => {
  const { permissions } = useAuth()
  const { isInDrawer } = useListDrawerContext()
  const canDoSomething =
    hasDeletePermission ||
    hasTrashPermission ||
    permissions?.collections?.[collectionSlug]?.update === true
  return isInDrawer || canDoSomething ? null : <span data-vitrine-select="nothing" hidden />
}
