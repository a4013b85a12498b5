// How many documents use a file. Derived by fileUses.ts, never typed in.
import type { NumberField } from 'payload'

export const usesField: NumberField = {
  name: 'uses',
  type: 'number',
  defaultValue: 0,
  index: true,
  label: 'Used by',
  admin: {
    position: 'sidebar',
    readOnly: true,
    description: 'How many documents use it, online or in their draft.',
  },
}
