'use client'
// Names a row by its own label.
import { useRowLabel } from '@payloadcms/ui'
import { useVitrine } from '../translations/useVitrine.ts'

export const LabelRowLabel = () => {
  const { t } = useVitrine()
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string | null }>()
  return <span>{data.label || t('rows:entry', { number: rowNumber + 1 })}</span>
}
