// The path that a redirect leads from, in the one spelling that is stored.
import { canonicalPath } from './canonicalPath.ts'

/** What is no path stays as it is, for the validator to say why; so does what is no text. */
export const normaliseSource = (value: unknown): unknown => {
  if (typeof value !== 'string') {
    return value
  }
  const text = value.trim()
  if (text === '' || /[?#\\]|^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) {
    return text
  }
  return canonicalPath(text.startsWith('/') ? text : `/${text}`) ?? text
}
