// With autosave, opening the form already creates the draft: so whoever writes for several tenants
// chooses one first, instead of finding his study with the wrong client, where it would stay. Who may make none is led
// to what there is.
import config from '@payload-config'
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import { headers as requestHeaders } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { canInTenant, couldSomewhere } from '../../../access/compile.ts'
import { inTenantOnly } from '../../../access/narrow.ts'
import { principalOf, type Principal } from '../../../access/principal.ts'
import { rules, type TenantCollection } from '../../../access/rules.ts'
import { isAutosaved, type Autosaved } from '../../../collections/shared/drafts.ts'

/** Redirects to the choice when `segments` open a form whose tenant is not decided. */
export const requireTenant = async ({
  segments = [],
}: {
  segments: string[] | undefined
}): Promise<void> => {
  const [kind, slug, action] = segments
  if (kind !== 'collections' || action !== 'create' || !isTenants(slug)) {
    return
  }
  const headers = await requestHeaders()
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const selected = getTenantFromCookie(headers, 'text')
  const principal = principalOf(user)
  if (user && isAutosaved(slug) && !isDecided({ principal, selected, slug })) {
    redirect(`/admin/choose-tenant?for=${slug}`)
  }
  const where = inTenantOnly(principal, selected === null ? null : String(selected))
  if (user && !couldSomewhere({ action: 'create', collection: slug, principal: where })) {
    // Payload says there that they are not signed in.
    redirect(`/admin/collections/${slug}`)
  }
}

const isTenants = (slug: string | undefined): slug is TenantCollection =>
  slug !== undefined && slug in rules

const isDecided = ({
  principal,
  selected,
  slug,
}: {
  principal: Principal
  selected: number | string | null
  slug: Autosaved
}): boolean =>
  selected === null
    ? !principal.isOperator && principal.reach.size === 1
    : canInTenant({ principal, collection: slug, action: 'create', tenant: selected })
