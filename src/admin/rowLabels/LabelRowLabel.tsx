'use client'
// Names a row by its own label.
import { useRowLabel } from '@payloadcms/ui'

export const LabelRowLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<{ label?: string | null }>()
  return <span>{data.label || `Entry ${rowNumber + 1}`}</span>
}
