// Resolves which tenants a user reaches, each time the user is read for himself: so a changed or
// suspended membership counts from the next request on.
import type { FieldHook } from 'payload'
import { findReach } from '../queries/findReach.ts'

export const resolveTenants: FieldHook = async ({ data, originalDoc, req }) => {
  const id: unknown = originalDoc?.id ?? data?.id
  const isOwnRead = !req.user || req.user.id === id
  return typeof id === 'string' && isOwnRead
    ? findReach({ payload: req.payload, userId: id })
    : undefined
}
