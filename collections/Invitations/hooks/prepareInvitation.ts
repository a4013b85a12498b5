// A new invitation: to whom, as what and by whom is decided here and not by the request.
import {
  APIError,
  ValidationError,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import { mayGrant } from '../../Memberships/mayGrant.ts'
import { normaliseEmail } from '../../shared/normaliseEmail.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { createToken, hashOf } from '../../shared/token.ts'
import { expiryFrom } from '../token.ts'

export const prepareInvitation: CollectionBeforeValidateHook = async ({
  context,
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data) {
    return data
  }
  const tenant = tenantIdOf(data.tenant)
  const role: unknown = data.role
  const principal = principalOf(req.user)
  if (!isTrusted(req) && !mayGrant({ principal, role, tenant })) {
    throw new APIError(
      'You cannot invite somebody to a role above your own. Ask an owner.',
      403,
      { code: 'role_above_own' },
      true,
    )
  }
  const email = normaliseEmail(data.email)
  if (typeof email === 'string' && tenant !== null) {
    await refuseTwice({ email, req, tenant })
  }
  const customRole = tenantIdOf(data.customRole)
  if (role === 'custom') {
    await checkCustomRole({ customRole, req, tenant })
  }
  const token = createToken()
  context.invitationToken = token
  return {
    ...data,
    email,
    customRole: role === 'custom' ? customRole : null,
    status: 'pending',
    tokenHash: hashOf(token),
    expiresAt: expiryFrom(new Date()).toISOString(),
    invitedBy: isTrusted(req) ? data.invitedBy : principal.userId,
  }
}

type Asked = { email: string; req: PayloadRequest; tenant: string }

const refuseTwice = async ({ email, req, tenant }: Asked): Promise<void> => {
  const inTenant = { tenant: { equals: tenant } }
  const member = await req.payload.db.findOne({
    collection: 'memberships',
    req,
    where: { and: [inTenant, { 'user.email': { equals: email } }] },
  })
  if (member) {
    refuse('email', 'This person is a member already. Change that membership instead.')
  }
  const waiting = await req.payload.db.findOne({
    collection: 'invitations',
    req,
    where: { and: [inTenant, { email: { equals: email } }, { status: { equals: 'pending' } }] },
  })
  if (waiting) {
    refuse('email', 'This person was invited already. Send that invitation again, or revoke it.')
  }
}

const checkCustomRole = async ({
  customRole,
  req,
  tenant,
}: {
  customRole: string | null
  req: PayloadRequest
  tenant: string | null
}): Promise<void> => {
  const role =
    customRole === null
      ? null
      : await req.payload.db.findOne({
          collection: 'roles',
          req,
          where: { and: [{ id: { equals: customRole } }, { tenant: { equals: tenant } }] },
        })
  if (!role) {
    refuse('customRole', 'Choose one of the roles of this tenant.')
  }
}

const refuse = (path: string, message: string): never => {
  throw new ValidationError({ collection: 'invitations', errors: [{ path, message }] })
}
