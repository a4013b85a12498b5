// The address that mails come from, as MAIL_FROM gives it.
import { isEmail } from '../../collections/shared/email.ts'

export type Sender = { address: string; name: string }

/** A mail server of one's own may take names that only it knows. */
const OF_THIS_NETWORK = /^[^\s<>@,;"]+@[a-z0-9-]+$/i

/**
 * Reads `Name <address>` or a bare address.
 *
 * @returns `null` for anything else.
 */
export const senderOf = (value: string): Sender | null => {
  const [, name, bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(value.trim()) ?? []
  const address = (bracketed ?? value).trim()
  return isEmail(address) || OF_THIS_NETWORK.test(address)
    ? { address, name: (name ?? '').trim().replace(/^"|"$/g, '') || 'Vitrine' }
    : null
}
