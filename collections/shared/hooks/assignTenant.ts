// Every document of a tenant collection belongs to exactly one tenant, one the author may create
// in, and stays there. Runs for drafts, autosave, restore and duplicates too, where field
// validation does not.
import { Forbidden, ValidationError, type CollectionBeforeValidateHook } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { isTrusted } from '../trusted.ts'

export const assignTenant: CollectionBeforeValidateHook = ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const given = tenantIdOf(data?.tenant)
  if (operation === 'update') {
    return keepTenant({
      data,
      given,
      current: tenantIdOf(originalDoc?.tenant),
      slug: collection.slug,
    })
  }
  const principal = principalOf(req.user)
  const slug = collection.slug as TenantCollection
  const candidates = [...principal.reach.keys()].filter((tenant) =>
    canInTenant({ principal, collection: slug, action: 'create', tenant }),
  )
  const tenant = given ?? (candidates.length === 1 ? candidates[0]! : null)
  if (tenant === null) {
    throw new ValidationError({
      collection: slug,
      errors: [{ path: 'tenant', message: 'Choose the tenant that this belongs to.' }],
    })
  }
  if (!isTrusted(req) && !canInTenant({ principal, collection: slug, action: 'create', tenant })) {
    throw new Forbidden(req.t)
  }
  return { ...data, tenant }
}

type KeepTenantArgs = {
  data: Record<string, unknown> | undefined
  given: string | null
  current: string | null
  slug: string
}

const keepTenant = ({ data, given, current, slug }: KeepTenantArgs) => {
  if (current !== null && given !== null && given !== current) {
    throw new ValidationError({
      collection: slug,
      errors: [
        {
          path: 'tenant',
          message: 'A document stays with its tenant. Create a new one there instead.',
        },
      ],
    })
  }
  return current === null ? data : { ...data, tenant: current }
}
