// `POST /api/invitations/accept` with `{ tenant, token }`, and for somebody without an account
// `{ name, password }`: the one way in which somebody becomes a member by his own doing.
import {
  addDataAndFileToRequest,
  ValidationError,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { withFreshRequest } from '../../../plugins/row-level-security/index.ts'
import { inTransaction } from '../../shared/inTransaction.ts'
import { invitationProblem, signInFirst } from '../problems.ts'
import { findInvitation, type FoundInvitation } from '../queries/findInvitation.ts'
import { checkInviter, checkLink, findAccount } from '../queries/findOffer.ts'
import { nameOf } from '../queries/nameOf.ts'
import { takeInvitation } from '../queries/takeInvitation.ts'

const LEAST_PASSWORD = 10
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
      if (account ? req.user?.id !== account.id : req.user) {
        throw signInFirst({ email: invitation.email, isOther: Boolean(req.user) })
      }
      const newcomer = account ? null : newcomerOf({ name, password })
      await inTransaction(fresh, async () => {
        if (!(await takeInvitation({ ...invitation, req: fresh }))) {
          throw invitationProblem('invitation_used')
        }
        const user = account ?? (await createAccount({ invitation, newcomer, req: fresh }))
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

const newcomerOf = ({ name, password }: { name: unknown; password: unknown }): Newcomer => {
  const trimmed = typeof name === 'string' ? name.trim() : ''
  const errors = [
    ...(trimmed.length === 0 || trimmed.length > LONGEST_NAME
      ? [{ path: 'name', message: `Give your name, in at most ${LONGEST_NAME} characters.` }]
      : []),
    ...(typeof password !== 'string' || password.length < LEAST_PASSWORD
      ? [
          {
            path: 'password',
            message: `Choose a password of ${LEAST_PASSWORD} characters or more.`,
          },
        ]
      : []),
  ]
  if (errors.length > 0) {
    throw new ValidationError({ collection: 'users', errors })
  }
  return { name: trimmed, password: password as string }
}

const createAccount = ({
  invitation,
  newcomer,
  req,
}: {
  invitation: FoundInvitation
  newcomer: Newcomer | null
  req: PayloadRequest
}): Promise<{ id: string }> =>
  req.payload.create({
    collection: 'users',
    data: { ...newcomer!, email: invitation.email },
    depth: 0,
    overrideAccess: true,
    req,
  })

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
