// An email as it is stored, or a refusal that says what is wrong with it.
import { ValidationError } from 'payload'
import { validateEmail } from '../../shared/email.ts'
import { normaliseEmail } from '../../shared/normaliseEmail.ts'

/** @throws a ValidationError for the field `email`. */
export const checkEmail = (value: unknown): string => {
  const problem = validateEmail(value, { required: true })
  if (problem !== true) {
    throw new ValidationError({
      collection: 'users',
      errors: [{ path: 'email', message: problem }],
    })
  }
  return normaliseEmail(value) as string
}
