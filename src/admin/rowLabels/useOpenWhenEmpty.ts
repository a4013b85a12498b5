'use client'
import { useForm, useRowLabel } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'

/** Opens the row that was just added, where rows are closed at first. For the label of a row. */
export const useOpenWhenEmpty = (): void => {
  const { data, path, rowNumber } = useRowLabel<Record<string, unknown>>()
  const { dispatchFields, getField } = useForm()
  const open = useEffectEvent(() => {
    const list = path.replace(/\.\d+$/, '')
    const rows = getField(list)?.rows ?? []
    if (isEmpty(data) && rows.some((row, index) => index === rowNumber && row.collapsed)) {
      dispatchFields({
        type: 'SET_ROW_COLLAPSED',
        path: list,
        updatedRows: rows.map((row, index) =>
          index === rowNumber ? { ...row, collapsed: false } : row,
        ),
      })
    }
  })
  useEffect(() => open(), [])
}

const isEmpty = (row: Record<string, unknown>): boolean =>
  Object.entries(row).every(
    ([name, value]) => name === 'id' || value === null || value === undefined || value === '',
  )
