// An email in any collection.
import type { EmailField } from 'payload'
import { validateEmail } from '../email.ts'
import { writtenEmail } from '../normaliseEmail.ts'

export const emailField = (field: Omit<EmailField, 'type' | 'validate'>): EmailField => ({
  ...field,
  type: 'email',
  hooks: {
    ...field.hooks,
    beforeValidate: [({ value }) => writtenEmail(value), ...(field.hooks?.beforeValidate ?? [])],
  },
  validate: validateEmail,
})
