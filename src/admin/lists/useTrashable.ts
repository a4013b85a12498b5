'use client'
// Which documents of a list somebody may move to the trash.
import { useAuth, useListQuery } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { principalOf } from '../../../access/principal.ts'
import { mayTrash } from './mayTrash.ts'

type Listed = Parameters<typeof mayTrash>[0]['document'] & { id: string }

export const useTrashable = (collection: string): Set<string> => {
  const { user } = useAuth()
  const { data } = useListQuery()
  const isInTrash = usePathname().endsWith('/trash')
  const principal = principalOf(user)
  const listed = isInTrash ? [] : ((data?.docs ?? []) as Listed[])
  return new Set(
    listed.filter((document) => mayTrash({ collection, document, principal })).map(({ id }) => id),
  )
}
