'use client'
// Why a form as a whole was refused.
import { useVitrine } from '../translations/useVitrine.ts'
import type { Refused } from './request.ts'

export const Problem = ({ refused }: { refused: Refused }) => {
  const { t } = useVitrine()
  return (
    <p className="vitrine-problem" data-problem-summary role="alert" tabIndex={-1}>
      {refused.sentence ?? t('common:failed')}
    </p>
  )
}
