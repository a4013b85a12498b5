'use client'
// The values of the block that is being previewed, as they are in its form right now.
import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo } from 'react'

export const useBlockData = <T extends object>(): Partial<T> => {
  const [fields] = useAllFormFields()
  return useMemo(() => reduceFieldsToValues(fields, true) as Partial<T>, [fields])
}
