'use client'
// The values of the block that is being previewed, as they are in its form right now.
import { useAllFormFields } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo } from 'react'

export const useBlockData = <T extends object>(): Partial<T> => {
  const [fields] = useAllFormFields()
  return useMemo(() => valuesIn(fields) as Partial<T>, [fields])
}

export const valuesIn = (fields: FormState): Record<string, unknown> =>
  reduceFieldsToValues(withLists(fields), true)

/** The value of a list in a form is how many rows it has. Of one with rows the rows count; of one without, nothing. */
const withLists = (fields: FormState): FormState =>
  Object.fromEntries(
    Object.entries(fields).filter(([, { rows, value }]) => !rows || typeof value !== 'number'),
  )
