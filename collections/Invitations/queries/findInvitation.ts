// The invitation behind a link. Runs under `answerInvitation`: whoever opens it is nobody yet.
import type { PayloadRequest } from 'payload'
import { invitationProblem } from '../problems.ts'
import { hashOf } from '../../shared/token.ts'
import type { EndedBecause } from '../../Users/credentials/endCredentials.ts'
import { isTokenOf } from '../token.ts'

export type FoundInvitation = {
  id: string
  email: string
  role: string
  customRole: string | null
  status: 'pending' | 'accepted' | 'revoked'
  /** Set when it was not withdrawn by a person, but ended with somebody's credentials. */
  endedBecause?: EndedBecause | null
  expiresAt: string
  invitedBy: string | null
  tokenHash: string
}

/** @throws a sentence for a link that is unknown, expired, withdrawn or used. */
export const findInvitation = async ({
  now = new Date(),
  req,
  tenant,
  token,
}: {
  now?: Date
  req: PayloadRequest
  tenant: string
  token: string
}): Promise<FoundInvitation> => {
  const invitation = await req.payload.db.findOne<FoundInvitation>({
    collection: 'invitations',
    req,
    where: { and: [{ tenant: { equals: tenant } }, { tokenHash: { equals: hashOf(token) } }] },
  })
  if (!invitation || !isTokenOf({ hash: invitation.tokenHash, token })) {
    throw invitationProblem('invitation_unknown')
  }
  if (invitation.status === 'accepted') {
    throw invitationProblem('invitation_used')
  }
  if (invitation.status === 'revoked') {
    throw invitationProblem(
      invitation.endedBecause
        ? `invitation_ended_${invitation.endedBecause}`
        : 'invitation_revoked',
    )
  }
  if (new Date(invitation.expiresAt) <= now) {
    throw invitationProblem('invitation_expired')
  }
  return invitation
}
