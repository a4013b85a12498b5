// `POST /api/invitations/accept` with `{ tenant, token }`, and for somebody without an account
// `{ name, password }`: the one way in which somebody becomes a member by their own doing. An account
// whose email nobody ever verified is answered for like a new one.
import {
  addDataAndFileToRequest,
  ValidationError,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { passwordProblem } from '../../Users/password/policy.ts'
import { invitationProblem, signInFirst } from '../problems.ts'
import { findInvitation, type FoundInvitation } from '../queries/findInvitation.ts'
import { checkInviter, checkLink, findAccount, type Account } from '../queries/findOffer.ts'
import { nameOf } from '../queries/nameOf.ts'
import { takeInvitation } from '../queries/takeInvitation.ts'

const LONGEST_NAME = 100

export const acceptEndpoint: Omit<Endpoint, 'root'> = {
  path: '/accept',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { name, password, ...link } = (req.data ?? {}) as Record<string, unknown>
    const { tenant, token } = checkLink(link as { tenant: unknown; token: unknown })
    const fresh = withFreshRequest(req)
    return withCapability('answerInvitation', tenant, async () => {
      const invitation = await findInvitation({ req: fresh, tenant, token })
      await checkInviter({ invitation, req: fresh, tenant })
      const account = await findAccount({ email: invitation.email, req: fresh })
      const isOwn = account !== null && req.user?.id === account.id
      if (account?.isVerified ? !isOwn : req.user && !isOwn) {
        throw signInFirst({ email: invitation.email, isOther: Boolean(req.user) })
      }
      const newcomer = account?.isVerified
        ? null
        : await newcomerOf({ email: invitation.email, name, password })
      await inTransaction(fresh, async () => {
        if (!(await takeInvitation({ ...invitation, req: fresh }))) {
          throw invitationProblem('invitation_used')
        }
        const user = newcomer
          ? await verifyAccount({ account, email: invitation.email, newcomer, req: fresh })
          : account!
        await join({ invitation, req: fresh, tenant, user: user.id })
      })
      return Response.json({
        message: 'Welcome.',
        email: invitation.email,
        tenant: await nameOf({ collection: 'tenants', id: tenant, req: fresh }),
      })
    })
  },
}

type Newcomer = { name: string; password: string }

const newcomerOf = async ({
  email,
  name,
  password,
}: {
  email: string
  name: unknown
  password: unknown
}): Promise<Newcomer> => {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  const weakness = await passwordProblem(password, { email, name: trimmed })
  const errors = [
    ...(trimmed.length === 0 || trimmed.length > LONGEST_NAME
      ? [{ path: 'name', message: `Enter your name, in at most ${LONGEST_NAME} characters.` }]
      : []),
    ...(weakness === null ? [] : [{ path: 'password', message: weakness }]),
  ]
  if (errors.length > 0) {
    throw new ValidationError({ collection: 'users', errors })
  }
  return { name: trimmed, password: password as string }
}

/**
 * The account of somebody whose mailbox was just shown to be theirs: a new one, or one that somebody
 * made with their email and that nobody ever verified. What opened that one ends with its password.
 */
const verifyAccount = ({
  account,
  email,
  newcomer,
  req,
}: {
  account: Account | null
  email: string
  newcomer: Newcomer
  req: PayloadRequest
}): Promise<{ id: string }> => {
  const data = { ...newcomer, emailVerifiedAt: new Date().toISOString() }
  const common = { collection: 'users', depth: 0, overrideAccess: true, req } as const
  return account === null
    ? req.payload.create({ ...common, data: { ...data, email } })
    : withCapability('confirmEmail', '*', () =>
        req.payload.update({ ...common, id: account.id, data }),
      )
}

const join = async ({
  invitation,
  req,
  tenant,
  user,
}: {
  invitation: FoundInvitation
  req: PayloadRequest
  tenant: string
  user: string
}): Promise<void> => {
  const isMember = await req.payload.db.findOne({
    collection: 'memberships',
    req,
    where: { and: [{ tenant: { equals: tenant } }, { user: { equals: user } }] },
  })
  if (isMember) {
    throw invitationProblem('member_already')
  }
  await req.payload.create({
    collection: 'memberships',
    data: {
      tenant,
      user,
      role: invitation.role as 'editor',
      customRole: invitation.customRole,
      status: 'active',
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
}
