// Fields that hold a date: typed or chosen in a calendar, and taken only when it is whole.
import type { DateField } from 'payload'

/**
 * @example dateField({ name: 'publishedAt', admin: { date: { pickerAppearance: 'dayOnly' } } })
 */
export const dateField = (field: Omit<DateField, 'timezone' | 'type'>): DateField => ({
  ...field,
  type: 'date',
  admin: {
    ...field.admin,
    components: {
      ...field.admin?.components,
      Field: '/src/admin/fields/DateInput.tsx#DateInput',
    },
  },
})
