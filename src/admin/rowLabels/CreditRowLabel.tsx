'use client'
// Names a credit's row by the person and the role.
import { useRowLabel } from '@payloadcms/ui'
import { idOf, useDocuments } from '../blocks/useDocuments.ts'
import { useVitrine } from '../translations/useVitrine.ts'
import { useOpenWhenEmpty } from './useOpenWhenEmpty.ts'

type Row = { name?: string | null; person?: unknown; role?: string | null }

export const CreditRowLabel = () => {
  const { t } = useVitrine()
  const { data, rowNumber = 0 } = useRowLabel<Row>()
  useOpenWhenEmpty()
  const id = idOf(data.person)
  const { documents } = useDocuments<{ id: string; name: string }>({
    collection: 'people',
    ids: [id],
  })
  const name = id ? documents.get(id)?.name : data.name
  return (
    <span className="vitrine-row-label">
      <strong>{name || (data.role ? '' : t('rows:credit', { number: rowNumber + 1 }))}</strong>
      <span>{data.role}</span>
    </span>
  )
}
