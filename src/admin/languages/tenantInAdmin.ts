// The tenant in whose name somebody works in the admin: the chosen one, or the only one there is for them.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import type { TypedUser } from 'payload'
import { principalOf } from '../../../access/principal.ts'

export const tenantInAdmin = ({
  headers,
  user,
}: {
  headers: Headers
  user: TypedUser
}): string | null => {
  const chosen = getTenantFromCookie(headers, 'text')
  if (chosen) {
    return String(chosen)
  }
  const { isOperator, reach } = principalOf(user)
  const [only, ...others] = reach.keys()
  return !isOperator && only !== undefined && others.length === 0 ? only : null
}
