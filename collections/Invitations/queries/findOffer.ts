// What a link offers, as the person who opened it may know it.
import type { PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { can } from '../../../access/principal.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { mayGrant } from '../../Memberships/mayGrant.ts'
import { isToken } from '../../shared/token.ts'
import { invitationProblem } from '../problems.ts'
import { roleLabel } from '../roleLabel.ts'
import { findInvitation, type FoundInvitation } from './findInvitation.ts'
import { findInviter } from './findInviter.ts'
import { nameOf } from './nameOf.ts'

export type Offer = {
  tenant: string
  role: string
  email: string
  inviter: string | null
  /** The account has to be signed in to, instead of made or taken over with a new password. */
  hasAccount: boolean
}

export type OfferArgs = { req: PayloadRequest; tenant: unknown; token: unknown }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws a sentence for a link that leads nowhere. */
export const findOffer = async (args: OfferArgs): Promise<Offer> => {
  const { tenant, token } = checkLink(args)
  const req = withFreshRequest(args.req)
  return withCapability('answerInvitation', tenant, async () => {
    const invitation = await findInvitation({ req, tenant, token })
    const { roleName } = await checkInviter({ invitation, req, tenant })
    const home = await nameOf({ collection: 'tenants', id: tenant, req })
    const account = await findAccount({ email: invitation.email, req })
    return {
      tenant: home ?? '',
      role: roleName,
      email: invitation.email,
      inviter: await nameOf({ collection: 'users', id: invitation.invitedBy, req }),
      hasAccount: account?.isVerified === true,
    }
  })
}

/** The two parts of a link, of the right shape. */
export const checkLink = ({ tenant, token }: Pick<OfferArgs, 'tenant' | 'token'>) => {
  if (typeof tenant !== 'string' || !UUID.test(tenant) || !isToken(token)) {
    throw invitationProblem('invitation_unknown')
  }
  return { tenant, token }
}

/** An invitation is worth what its inviter may give when it is answered, not when it was written. */
export const checkInviter = async ({
  invitation,
  req,
  tenant,
}: {
  invitation: FoundInvitation
  req: PayloadRequest
  tenant: string
}): Promise<{ roleName: string }> => {
  const principal = await findInviter({ payload: req.payload, userId: invitation.invitedBy })
  const { role } = invitation
  if (!can(principal, 'invitations.create', tenant) || !mayGrant({ principal, role, tenant })) {
    throw invitationProblem('inviter_lost_right')
  }
  const customRole =
    role === 'custom' ? await nameOf({ collection: 'roles', id: invitation.customRole, req }) : null
  if (role === 'custom' && customRole === null) {
    throw invitationProblem('role_gone')
  }
  return { roleName: roleLabel({ role, customRole }) }
}

export type Account = {
  id: string
  /** Whether anybody ever showed that the mailbox is theirs. */
  isVerified: boolean
}

/** The account that has the email of an invitation, if there is one. */
export const findAccount = async ({
  email,
  req,
}: {
  email: string
  req: PayloadRequest
}): Promise<Account | null> => {
  const found = await req.payload.db.findOne<{ id: string; emailVerifiedAt?: string | null }>({
    collection: 'users',
    req,
    where: { email: { equals: email } },
  })
  return found && { id: found.id, isVerified: Boolean(found.emailVerifiedAt) }
}
