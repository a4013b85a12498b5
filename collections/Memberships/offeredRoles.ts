// Which roles a form offers: those that the person at the screen may give, and the one that is set.
// guardRole and prepareInvitation decide, whatever was offered.
import type { SelectField } from 'payload'
import { principalOf, tenantIdOf } from '../../access/principal.ts'
import { isTrusted } from '../shared/trusted.ts'
import { mayGrant } from './mayGrant.ts'

export const offeredRoles: SelectField['filterOptions'] = ({ data, options, req }) => {
  const principal = principalOf(req.user)
  const { role: current, tenant } = data as { role?: unknown; tenant?: unknown }
  // Before the tenant is chosen, whatever could be given in one of his own.
  const tenants = tenantIdOf(tenant) === null ? [...principal.reach.keys()] : [tenant]
  return isTrusted(req) || principal.isOperator
    ? options
    : options.filter((option) => {
        const role = typeof option === 'string' ? option : option.value
        return role === current || tenants.some((one) => mayGrant({ principal, role, tenant: one }))
      })
}
