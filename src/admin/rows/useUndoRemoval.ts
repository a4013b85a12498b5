'use client'
// A row that somebody takes out of a list can be put back for as long as the notice is seen.
import { toast, useAllFormFields, useForm } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useVitrine } from '../translations/useVitrine.ts'
import { removedRow } from './removedRow.ts'

const SEEN_MS = 15_000

/** For a component inside the form. */
export const useUndoRemoval = (): void => {
  const { t } = useVitrine()
  const [fields] = useAllFormFields()
  const { addFieldRow } = useForm()
  const before = useRef(fields)
  const onChange = useEffectEvent(() => {
    const removed = removedRow(before.current, fields)
    before.current = fields
    if (removed) {
      const { fields: subFieldState, index, path } = removed
      toast.info(t('rows:removed'), {
        action: {
          label: t('rows:undo'),
          onClick: () => addFieldRow({ path, rowIndex: index, schemaPath: path, subFieldState }),
        },
        duration: SEEN_MS,
      })
    }
  })
  useEffect(() => onChange(), [fields])
}
