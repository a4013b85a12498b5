// An email as it is stored, or a refusal that says what is wrong with it.
import { ValidationError, type PayloadRequest } from 'payload'
import { email as validate } from 'payload/shared'

/** RFC 5321, 4.5.3.1.3: what fits into a path. */
const LONGEST_EMAIL = 254

export const normaliseEmail = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase() : value

/** @throws a ValidationError for the field `email`. */
export const checkEmail = ({ req, value }: { req: PayloadRequest; value: unknown }): string => {
  const email = normaliseEmail(value)
  const isEmail =
    typeof email === 'string' &&
    email.length <= LONGEST_EMAIL &&
    validate(email, { req, required: true, siblingData: {} } as never) === true
  if (!isEmail) {
    throw new ValidationError({
      collection: 'users',
      errors: [{ path: 'email', message: 'Enter a valid email, like name@example.com.' }],
    })
  }
  return email
}
