// Sends the mail of an invitation. An invitation whose mail could not be sent is not made.
import { APIError, type PayloadRequest } from 'payload'
import { countMail } from './countMail.ts'
import { invitationMail } from './mail.ts'
import { nameOf } from './queries/nameOf.ts'
import { roleLabel } from './roleLabel.ts'
import { linkOf } from './token.ts'

export type SentInvitation = {
  customRole: string | null
  email: string
  expiresAt: string
  invitedBy: string | null
  role: string
  tenant: string
}

export const sendInvitation = async ({
  invitation: { customRole, email, expiresAt, invitedBy, role, tenant },
  req,
  token,
}: {
  invitation: SentInvitation
  req: PayloadRequest
  token: string
}): Promise<void> => {
  await countMail({ email, payload: req.payload, tenant })
  const message = invitationMail({
    inviter: await nameOf({ collection: 'users', id: invitedBy, req }),
    tenant: (await nameOf({ collection: 'tenants', id: tenant, req })) ?? '',
    role: roleLabel({
      role,
      customRole: await nameOf({ collection: 'roles', id: customRole, req }),
    }),
    link: linkOf({ tenant, token }),
    expiresAt: new Date(expiresAt),
  })
  try {
    await req.payload.sendEmail({ to: email, ...message })
  } catch (err) {
    req.payload.logger.error({ msg: 'An invitation could not be mailed.', err })
    throw new APIError(
      'The mail could not be sent, so nobody was invited. Try again, or tell whoever runs this.',
      502,
      { code: 'mail_not_sent' },
      true,
    )
  }
}
