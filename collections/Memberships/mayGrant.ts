// Nobody gives, changes or takes a role above his own: giving each role is a permission.
import { can, type Principal } from '../../access/principal.ts'
import type { Permission } from '../../access/permissions.ts'
import { CUSTOM_ROLE, isRole, type MembershipRole } from '../../access/roles.ts'

const PERMISSION: Record<MembershipRole, Permission> = {
  viewer: 'memberships.grantViewer',
  contributor: 'memberships.grantContributor',
  reviewer: 'memberships.grantReviewer',
  editor: 'memberships.grantEditor',
  admin: 'memberships.grantAdmin',
  owner: 'memberships.grantOwner',
  custom: 'memberships.grantCustom',
}

export const mayGrant = ({
  principal,
  role,
  tenant,
}: {
  principal: Principal
  role: unknown
  tenant: unknown
}): boolean => (isRole(role) || role === CUSTOM_ROLE) && can(principal, PERMISSION[role], tenant)
