/** The few words that the contact form needs in the browser. */
import type { Strings } from '../strings/index.ts'
import type { ContactStrings } from './ContactForm.tsx'

export const contactStrings = (strings: Strings): ContactStrings => ({
  name: strings.name,
  email: strings.email,
  company: strings.company,
  message: strings.message,
  optional: strings.optional,
  send: strings.send,
  sending: strings.sending,
  leaveEmpty: strings.leaveEmpty,
  errorName: strings.errorName,
  errorEmail: strings.errorEmail,
  errorMessage: strings.errorMessage,
  errorLong: strings.errorLong,
  errorLimited: strings.errorLimited,
  errorSend: strings.errorSend,
})
