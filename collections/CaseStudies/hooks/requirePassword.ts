// A study behind a password needs one before it goes online; without, nobody could open it.
import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

export const requirePassword: CollectionBeforeChangeHook = ({ collection, data }) => {
  if (data._status === 'published' && data.visibility === 'password' && !data.passwordHash) {
    throw new ValidationError({
      collection: collection.slug,
      errors: [
        {
          path: 'password',
          message: 'Set a password of at least 8 characters, or choose another visibility.',
        },
      ],
    })
  }
  return data
}
