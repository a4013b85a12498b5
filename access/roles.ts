// The roles of a tenant, least to most. A role includes everything below it.

export const ROLES = ['viewer', 'contributor', 'reviewer', 'editor', 'admin', 'owner'] as const

export type Role = (typeof ROLES)[number]

/** Whether `role` includes everything that `required` may do. */
export const isAtLeast = (role: Role, required: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(required)

/** The greater of two roles. */
export const higherRole = (a: Role, b: Role): Role => (isAtLeast(a, b) ? a : b)

export const isRole = (value: unknown): value is Role =>
  typeof value === 'string' && (ROLES as readonly string[]).includes(value)
