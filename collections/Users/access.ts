// Who may see and change identities. Nobody but the user and the operator changes one: whoever
// could set a colleague's password or e-mail would own his memberships elsewhere.
import type { Access, FieldAccess, PayloadRequest } from 'payload'
import { principalOf, tenantsWithRole, type Principal } from '../../access/principal.ts'

export const selfOrColleague: Access = async ({ req }) => {
  const principal = principalOf(req.user)
  if (principal.isOperator) {
    return true
  }
  if (principal.userId === null) {
    return false
  }
  return { id: { in: await colleaguesOf({ principal, req }) } }
}

/** The ids of everybody who shares a tenant with the principal, himself included. */
export const colleaguesOf = async ({
  principal,
  req,
}: {
  principal: Principal
  req: PayloadRequest
}): Promise<string[]> => {
  const self = principal.userId === null ? [] : [principal.userId]
  const tenants = tenantsWithRole(principal, 'viewer')
  if (tenants.length === 0) {
    return self
  }
  const memberships = await req.payload.db.find<{ user: string }>({
    collection: 'memberships',
    limit: 0,
    pagination: false,
    req,
    select: { user: true },
    where: { tenant: { in: tenants } },
  })
  return [...new Set([...self, ...memberships.docs.map(({ user }) => user)])]
}

export const selfOrOperator: Access = ({ req }) => {
  const principal = principalOf(req.user)
  if (principal.isOperator) {
    return true
  }
  return principal.userId === null ? false : { id: { equals: principal.userId } }
}

/** Operators make users; everybody else comes by an invitation. */
export const operators: Access = ({ req }) => principalOf(req.user).isOperator

export const operatorField: FieldAccess = ({ req }) => principalOf(req.user).isOperator
