// Whether a redirect may lead away from its source: what answers there itself is always shown instead.
import type { Payload, PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { findProvenHosts } from '../Domains/queries/findProvenHosts.ts'
import { placeOf } from './languages.ts'
import type { SiteTenant } from './queries/findTarget.ts'
import { isVisiblePage, isFixed } from './queries/isVisiblePage.ts'

/** On the domain of a site, what the server itself answers; see `src/http/app.ts` and `src/http/pages.ts`. */
const OF_SERVER = /^\/(_next|admin|api|brand|healthz|media|preview|readyz)(\/|$)/

/**
 * @param from In its canonical spelling.
 * @returns a sentence that says what is wrong with the source, or `null`.
 */
export const sourceProblem = async ({
  from,
  req,
  tenantId,
}: {
  from: string
  req: PayloadRequest
  tenantId: string
}): Promise<string | null> => {
  const { payload } = req
  const tenant = await payload.db.findOne<SiteTenant>({
    collection: 'tenants',
    req,
    select: { slug: true, locales: true, defaultLocale: true },
    where: { id: { equals: tenantId } },
  })
  if (!tenant) {
    return null
  }
  const { path } = placeOf({ locale: tenant.defaultLocale, path: from, tenant })
  if (isFixed(path)) {
    return `“${from}” is there on every site, so nobody would be led away from it.`
  }
  if (OF_SERVER.test(from) && (await hasDomain({ payload, tenantId }))) {
    return `On the domain of this site, “${from}” belongs to Vitrine, so nobody would be led away from it.`
  }
  const isPage = await withCapability('followRedirect', tenantId, () =>
    isVisiblePage({ path, payload, tenant }),
  )
  return isPage
    ? `There is a page at “${from}”, so nobody would be led away from it. Take it offline first, or change its slug: that adds a redirect by itself.`
    : null
}

const hasDomain = async ({
  payload,
  tenantId,
}: {
  payload: Payload
  tenantId: string
}): Promise<boolean> => (await findProvenHosts({ payload, tenant: tenantId })).size > 0
