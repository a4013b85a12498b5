// `POST /api/invitations/:id/resend`: a new link by mail, and a week more. The old link is dead, and
// whoever sends it again is now the one whose rights count when it is answered.
import { APIError, Forbidden, type Endpoint } from 'payload'
import { can, principalOf, tenantIdOf } from '../../../access/principal.ts'
import { mayGrant } from '../../Memberships/mayGrant.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { createToken, hashOf } from '../../shared/token.ts'
import { holdSession } from '../../Users/credentials/holdSession.ts'
import { sendInvitation } from '../sendInvitation.ts'
import { expiryFrom } from '../token.ts'

export const resendEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/resend',
  method: 'post',
  handler: async (req) => {
    const principal = principalOf(req.user)
    const { email, id, status, ...invitation } = await req.payload.findByID({
      collection: 'invitations',
      id: String(req.routeParams?.id),
      depth: 0,
      overrideAccess: false,
      req,
      user: req.user,
    })
    const tenant = tenantIdOf(invitation.tenant)
    const { role } = invitation
    if (
      principal.userId === null ||
      tenant === null ||
      !can(principal, 'invitations.updateAny', tenant) ||
      !mayGrant({ principal, role, tenant })
    ) {
      throw new Forbidden(req.t)
    }
    if (status !== 'pending') {
      throw new APIError(
        'This invitation was answered or revoked already. Invite the person again.',
        409,
        { code: 'invitation_closed' },
        true,
      )
    }
    const token = createToken()
    const expiresAt = expiryFrom(new Date()).toISOString()
    await inTransaction(req, async () => {
      await holdSession(req)
      await req.payload.db.updateOne({
        collection: 'invitations',
        id,
        data: { tokenHash: hashOf(token), expiresAt, invitedBy: principal.userId },
        req,
      })
      // The old link stays good when the mail cannot be sent.
      await sendInvitation({
        invitation: {
          customRole: tenantIdOf(invitation.customRole),
          email,
          expiresAt,
          invitedBy: principal.userId,
          role,
          tenant,
        },
        req,
        token,
      })
    })
    return Response.json({ message: `Sent to ${email} again.`, expiresAt })
  },
}
