'use client'
// Names an outcome's row by what it says: “26 min waiting time at the gate”.
import { useRowLabel } from '@payloadcms/ui'
import { figureOf } from '../blocks/figure.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { useOpenWhenEmpty } from './useOpenWhenEmpty.ts'

type Row = { value?: number | null; unit?: string | null; label?: string | null }

export const OutcomeRowLabel = () => {
  const { language, t } = useVitrine()
  const { data, path, rowNumber = 0 } = useRowLabel<Row>()
  useOpenWhenEmpty()
  const figure = figureOf({ language, unit: data.unit, value: data.value })
  const isLead = rowNumber === 0 && path.startsWith('outcomes.')
  return (
    <span className="vitrine-row-label">
      {figure ? <strong>{figure}</strong> : null}
      <span>{data.label || (figure ? '' : t('rows:outcome', { number: rowNumber + 1 }))}</span>
      {isLead ? (
        <span className="vitrine-pill" data-tone="accent">
          {t('rows:leads')}
        </span>
      ) : null}
    </span>
  )
}
