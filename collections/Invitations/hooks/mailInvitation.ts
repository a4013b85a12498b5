// A new invitation goes out. Its token is in the mail and nowhere else.
import type { CollectionAfterChangeHook } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { sendInvitation } from '../sendInvitation.ts'

export const mailInvitation: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  req,
}) => {
  if (operation === 'create' && typeof context.invitationToken === 'string') {
    const token = context.invitationToken
    delete context.invitationToken
    await sendInvitation({
      invitation: {
        email: doc.email,
        role: doc.role,
        expiresAt: doc.expiresAt,
        customRole: tenantIdOf(doc.customRole),
        invitedBy: tenantIdOf(doc.invitedBy),
        tenant: tenantIdOf(doc.tenant)!,
      },
      req,
      token,
    })
  }
  return doc
}
