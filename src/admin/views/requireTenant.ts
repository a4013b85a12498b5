// With autosave, opening the form already creates the draft: so whoever writes for several tenants
// chooses one first, instead of finding his study with the wrong client, where it would stay.
import config from '@payload-config'
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import { headers as requestHeaders } from 'next/headers'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, type Principal } from '../../../access/principal.ts'
import { isAutosaved, type Autosaved } from '../../../collections/shared/drafts.ts'

/** Redirects to the choice when `segments` open a form whose tenant is not decided. */
export const requireTenant = async ({
  segments = [],
}: {
  segments: string[] | undefined
}): Promise<void> => {
  const [kind, slug, action] = segments
  if (kind !== 'collections' || action !== 'create' || !isAutosaved(slug)) {
    return
  }
  const headers = await requestHeaders()
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers })
  const selected = getTenantFromCookie(headers, 'text')
  if (user && !isDecided({ principal: principalOf(user), selected, slug })) {
    redirect(`/admin/choose-tenant?for=${slug}`)
  }
}

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
