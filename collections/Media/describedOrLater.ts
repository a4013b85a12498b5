// A file has a description before it is kept, unless whoever adds it says that they describe it later
// (`?describe=later`): pictures that come with a text that was pasted, several at once. Until then it is among the
// “Pictures without a description”, and everything else of it can be changed.
import type { TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'

export const describedOrLater: TextFieldSingleValidation = (value, options) =>
  value === '' && (options.req.query?.describe === 'later' || options.previousValue === '')
    ? true
    : text(value, options)
