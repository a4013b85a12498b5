// The roles of a tenant, least to most. A role includes everything below it. A custom role is a
// viewer with some more permissions, named by the tenant's owner.

export const ROLES = ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner'] as const

export type Role = (typeof ROLES)[number]

/** The role of a membership whose permissions a document in `roles` lists. */
export const CUSTOM_ROLE = 'custom'

export type MembershipRole = Role | typeof CUSTOM_ROLE

/** Whether `role` includes everything that `required` may do. */
export const isAtLeast = (role: Role, required: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(required)

/** The lesser of two roles. */
export const lowerRole = (a: Role, b: Role): Role => (isAtLeast(a, b) ? b : a)

export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && (ROLES as readonly string[]).includes(value)
