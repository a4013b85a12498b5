/** What the contact form says, in the site's language. */
import type { ContactProblem } from './contact.ts'
import type { Strings } from './strings/index.ts'

export const contactSentences = (strings: Strings): Record<ContactProblem, string> => ({
  automated: strings.errorAutomated,
  characters: strings.errorCharacters,
  email: strings.errorEmail,
  limited: strings.errorLimited,
  long: strings.errorLong,
  message: strings.errorMessage,
  name: strings.errorName,
  send: strings.errorSend,
})
