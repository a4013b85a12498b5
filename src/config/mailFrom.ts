// The address that mails come from, as MAIL_FROM gives it.

export type Sender = { address: string; name: string }

const ADDRESS = /^[^\s<>@,;"]+@[^\s<>@,;"]+$/

/**
 * Reads `Name <address>` or a bare address.
 *
 * @returns `null` for anything else.
 */
export const senderOf = (value: string): Sender | null => {
  const [, name, bracketed] = /^([^<>]*)<([^<>]*)>$/.exec(value.trim()) ?? []
  const address = (bracketed ?? value).trim()
  return ADDRESS.test(address)
    ? { address, name: (name ?? '').trim().replace(/^"|"$/g, '') || 'Vitrine' }
    : null
}
