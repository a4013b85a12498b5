// The mail that invites somebody.
import { mailOf, type Mail } from '../shared/mail.ts'

type InvitationMail = {
  /** `null` when Vitrine itself invites. */
  inviter: string | null
  tenant: string
  role: string
  link: string
  expiresAt: Date
}

export const invitationMail = ({
  expiresAt,
  inviter,
  link,
  role,
  tenant,
}: InvitationMail): Mail => {
  const until = expiresAt.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
  return mailOf({
    subject: inviter ? `${inviter} invites you to ${tenant}` : `An invitation to ${tenant}`,
    lead: inviter
      ? `${inviter} invites you to work on the case studies of ${tenant}.`
      : `You are invited to work on the case studies of ${tenant}.`,
    lines: [`Your role there: ${role}.`],
    button: { label: 'Accept the invitation', url: link },
    notes: [
      `The link is good once, until ${until}. Afterwards, ask for a new one.`,
      'You did not expect this? Then leave it; nothing happens without you.',
    ],
  })
}
