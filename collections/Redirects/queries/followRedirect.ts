// Where one old URL of a site leads to, for somebody who asked for exactly that URL.
import type { Payload } from 'payload'
import { asPrincipal, withCapability } from '../../../access/claims.ts'
import { ANONYMOUS } from '../../../access/principal.ts'
import { encodedUrl } from '../encodedUrl.ts'
import { targetFinder, type SiteTenant } from './findTarget.ts'
import { isVisiblePage } from './isVisiblePage.ts'

/** `to` is ready for a `Location` header: below the site's root, or absolute. */
export type Followed = { to: string; permanent: boolean }

const MOST_HOPS = 10

/**
 * Follows redirects until one leads to a page that a visitor may see: a public one, or an unlisted
 * or protected study whose old URL they had. What lies between is not told, and what is private, a
 * draft, embargoed or in the trash is as if it were not there. URLs of other sites are fine.
 *
 * @param path Below the site's root, without the language, decoded; begins with a slash.
 * @returns `null` when the tenant has no such redirect, or none that may be told.
 */
export const followRedirect = ({
  path,
  payload,
  tenant,
}: {
  path: string
  payload: Payload
  tenant: SiteTenant
}): Promise<Followed | null> =>
  // The answer is the same for everybody, so nobody's own rights count.
  asPrincipal(ANONYMOUS, () =>
    withCapability('followRedirect', tenant.id, () => follow({ path, payload, tenant })),
  )

const follow = async ({
  path,
  payload,
  tenant,
}: {
  path: string
  payload: Payload
  tenant: SiteTenant
}): Promise<Followed | null> => {
  const findTarget = targetFinder({ payload, tenant })
  const seen = new Set<string>()
  let at = path
  let permanent = true
  while (!seen.has(at) && seen.size < MOST_HOPS) {
    seen.add(at)
    const redirect = await findOne({ path: at, payload, tenant: tenant.id })
    if (!redirect) {
      return null
    }
    permanent = permanent && redirect.permanent === true
    const target = await findTarget(redirect.to)
    if (target === 'external' || (target && (await isVisiblePage({ ...target, payload })))) {
      return { to: encodedUrl(redirect.to), permanent }
    }
    if (target?.tenant.id !== tenant.id) {
      return null
    }
    at = target.path
  }
  return null
}

const findOne = async ({
  path,
  payload,
  tenant,
}: {
  path: string
  payload: Payload
  tenant: string
}) => {
  const { docs } = await payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    pagination: false,
    where: { and: [{ tenant: { equals: tenant } }, { from: { in: spellings(path) } }] },
  })
  return docs[0]
}

/** People type a URL with and without a slash at its end, and store it encoded or not. */
const spellings = (path: string): string[] => {
  const bare = path.normalize('NFC').replace(/\/+$/, '') || '/'
  return [...new Set([bare, encodedUrl(bare)].flatMap((one) => [one, `${one}/`]))]
}
