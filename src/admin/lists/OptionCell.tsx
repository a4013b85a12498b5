'use client'
// A choice as a pill. Its label may go on after a colon to explain itself; a list needs the first
// words only.
import { getTranslation } from '@payloadcms/translations'
import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps, SelectFieldClient } from 'payload'

type Props = DefaultCellComponentProps<SelectFieldClient> & {
  /** Values that deserve a colour. */
  tones?: Record<string, 'accent' | 'warning'>
}

export const OptionCell = ({ cellData, field, tones }: Props) => {
  const { i18n } = useTranslation()
  if (typeof cellData !== 'string') {
    return null
  }
  const option = field.options.find(
    (one) => (typeof one === 'string' ? one : one.value) === cellData,
  )
  const label = typeof option === 'object' ? getTranslation(option.label as string, i18n) : cellData
  return (
    <span className="vitrine-pill" data-tone={tones?.[cellData]}>
      {String(label).split(':')[0]}
    </span>
  )
}
