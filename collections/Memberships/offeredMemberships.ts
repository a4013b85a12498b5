// Whose membership somebody may change or end, as the admin offers it: of those with a role that they may give, and
// never their own, for which there is “Leave”.
import type { Where } from 'payload'
import type { Principal } from '../../access/principal.ts'
import { CUSTOM_ROLE, ROLES } from '../../access/roles.ts'
import { mayGrant } from './mayGrant.ts'

/** @returns `true` for operators, who are in no tenant. */
export const offeredMemberships = (principal: Principal): boolean | Where => {
  if (principal.isOperator) {
    return true
  }
  const alternatives = [...principal.reach.keys()].flatMap((tenant): Where[] => {
    const roles = [...ROLES, CUSTOM_ROLE].filter((role) => mayGrant({ principal, role, tenant }))
    return roles.length === 0
      ? []
      : [{ and: [{ tenant: { equals: tenant } }, { role: { in: roles } }] }]
  })
  return alternatives.length === 0
    ? false
    : { and: [{ user: { not_equals: principal.userId } }, { or: alternatives }] }
}
