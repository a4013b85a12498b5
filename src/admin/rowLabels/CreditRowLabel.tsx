'use client'
// Names a credit's row by its role, and by the name where one was typed.
import { useRowLabel } from '@payloadcms/ui'

type Row = { name?: string | null; role?: string | null }

export const CreditRowLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  return <span>{[data.name, data.role].filter(Boolean).join(', ') || `Credit ${rowNumber + 1}`}</span>
}
