// A tenant has one set of site settings, so its list leads straight there.
import { getTenantFromCookie } from '@payloadcms/plugin-multi-tenant/utilities'
import { Gutter } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Where } from 'payload'

export const SiteSettingsList = async ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const selected = getTenantFromCookie(req.headers, 'text')
  const own = (req.user?.tenants ?? []).map(({ tenant }) => tenant)
  const where: Where = { tenant: selected ? { equals: selected } : { in: own } }
  const { docs } = await req.payload.find({
    collection: 'site-settings',
    depth: 1,
    draft: true,
    limit: 50,
    overrideAccess: false,
    req,
    user: req.user,
    where: req.user?.operator && !selected ? {} : where,
  })
  const [only] = docs
  if (only && docs.length === 1) {
    redirect(`/admin/collections/site-settings/${only.id}`)
  }
  return (
    <Gutter className="settings-list">
      <h1>Site settings</h1>
      {docs.length === 0 ? (
        <p>Choose a tenant on the left, and its settings open here.</p>
      ) : (
        <ul>
          {docs.map((settings) => (
            <li key={settings.id}>
              <a href={`/admin/collections/site-settings/${settings.id}`}>
                {typeof settings.tenant === 'object' && settings.tenant ? settings.tenant.name : settings.wordmark}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Gutter>
  )
}
