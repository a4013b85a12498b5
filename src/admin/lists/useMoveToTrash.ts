'use client'
// Moves documents to the trash, says how many, and shows the page as it is then.
import { toast, useRouteCache } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import type { Answer } from '../forms/request.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { moveToTrash } from './moveToTrash.ts'

export const useMoveToTrash = () => {
  const { t } = useVitrine()
  const router = useRouter()
  const { clearRouteCache } = useRouteCache()
  return async (documents: Record<string, readonly string[]>): Promise<Answer<number>> => {
    const answer = await moveToTrash(documents)
    if (answer.data) {
      toast.success(t('lists:trashed', { count: answer.data }))
    }
    // Of several that were refused, some may have gone.
    clearRouteCache()
    router.refresh()
    return answer
  }
}
