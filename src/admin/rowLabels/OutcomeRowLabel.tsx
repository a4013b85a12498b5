'use client'
// Names an outcome's row by what it says: “26 min — waiting time at the gate”.
import { useRowLabel } from '@payloadcms/ui'

type Row = { value?: number | null; unit?: string | null; label?: string | null }

export const OutcomeRowLabel = () => {
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  const figure = [data.value, data.unit].filter((part) => part !== null && part !== undefined && part !== '')
  const words = [figure.join(' '), data.label].filter(Boolean).join(' — ')
  return <span>{words || `Outcome ${rowNumber + 1}`}</span>
}
