// Fields that hold a number, typed as text: a browser's own number field alters or drops what it cannot read.
import type { NumberField } from 'payload'
import { boundsOf } from '../values/numbers.ts'

type OneNumber = Extract<NumberField, { hasMany?: false | undefined }>

/**
 * @example numberField({ name: 'year', min: 1950, max: 2100, custom: WHOLE })
 */
export const numberField = (field: Omit<OneNumber, 'type'>): NumberField => ({
  ...field,
  type: 'number',
  admin: {
    ...field.admin,
    components: {
      ...field.admin?.components,
      Field: {
        path: '/src/admin/fields/NumberInput.tsx#NumberInput',
        clientProps: { bounds: boundsOf(field) },
      },
    },
  },
})
