// Where one old URL of a site leads to, for somebody who asked for exactly that URL.
import type { Payload } from 'payload'
import { asPrincipal, withCapability } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { encodedUrl } from '../encodedUrl.ts'
import { pathOf } from '../canonicalPath.ts'
import { keyOf, MOST_HOPS, pathIn, type Place } from '../languages.ts'
import { findRedirect } from './findRedirect.ts'
import { targetFinder, type SiteTenant } from './findTarget.ts'
import { isVisiblePage } from './isVisiblePage.ts'

/** `to` is ready for a `Location` header: below the site's root with its language, or absolute. */
export type Followed = { to: string; permanent: boolean }

/**
 * Follows redirects until one leads to a page that a visitor may see: a public one, or an unlisted
 * or protected study whose old URL they had. What lies between is not told, and what is private, a
 * draft, embargoed or in the trash is as if it were not there. URLs of other sites are fine.
 *
 * @param place The language that is asked for, and the path below it, in the canonical spelling.
 * @returns `null` when the tenant has no such redirect, or none that may be told.
 */
export const followRedirect = ({
  payload,
  place,
  tenant,
}: {
  payload: Payload
  place: Place
  tenant: SiteTenant
}): Promise<Followed | null> =>
  // The answer is the same for everybody, so nobody's own rights count.
  asPrincipal(ANONYMOUS, () =>
    withCapability('followRedirect', tenant.id, () => follow({ payload, place, tenant })),
  )

const follow = async ({
  payload,
  place,
  tenant,
}: {
  payload: Payload
  place: Place
  tenant: SiteTenant
}): Promise<Followed | null> => {
  const findTarget = targetFinder({ payload, tenant })
  const seen = new Set<string>()
  let at = place
  let permanent = true
  while (!seen.has(keyOf(at)) && seen.size < MOST_HOPS) {
    seen.add(keyOf(at))
    const redirect = await findRedirect({ payload, place: at, tenant: tenant.id })
    if (!redirect) {
      return null
    }
    permanent = permanent && redirect.permanent === true
    const target = await findTarget(redirect.to)
    if (target === 'external') {
      return { to: encodedUrl(redirect.to), permanent }
    }
    if (!target) {
      return null
    }
    const next = { locale: target.locale ?? at.locale, path: target.path }
    if (await isVisiblePage({ path: target.path, payload, tenant: target.tenant })) {
      const isHere = redirect.to.startsWith('/')
      const to = isHere ? `${pathIn({ ...next, tenant })}${suffixOf(redirect.to)}` : redirect.to
      return { to: encodedUrl(to), permanent }
    }
    if (target.tenant.id !== tenant.id) {
      return null
    }
    at = next
  }
  return null
}

/** The query and the fragment of a URL. */
const suffixOf = (url: string): string => url.slice(pathOf(url).length)
