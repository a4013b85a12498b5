// Whether a redirect may lead to its target: not in a circle, not over another redirect.
import type { Payload, PayloadRequest } from 'payload'
import { withCapability } from '../../access/claims.ts'
import { keyOf, MOST_HOPS, pathIn, placeOf, type Place } from './languages.ts'
import { findRedirect } from './queries/findRedirect.ts'
import { targetFinder, type SiteTenant } from './queries/findTarget.ts'
import { isVisiblePage } from './queries/isVisiblePage.ts'

type Candidate = { id: string | undefined; from: string; to: string; permanent: boolean | null }

/** @returns a sentence that says what is wrong with the target, or `null`. */
export const targetProblem = async ({
  candidate,
  req,
  tenantId,
}: {
  /** In its canonical spelling. */
  candidate: Candidate
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
  return withCapability('followRedirect', tenantId, async () => {
    const starts = tenant.locales.map((locale) => placeOf({ locale, path: candidate.from, tenant }))
    for (const start of new Map(starts.map((place) => [keyOf(place), place])).values()) {
      const problem = await problemFrom({ candidate, payload, req, start, tenant })
      if (problem !== null) {
        return problem
      }
    }
    return null
  })
}

const problemFrom = async ({
  candidate,
  payload,
  req,
  start,
  tenant,
}: {
  candidate: Candidate
  payload: Payload
  req: PayloadRequest
  start: Place
  tenant: SiteTenant
}): Promise<string | null> => {
  const findTarget = targetFinder({ payload, tenant })
  const find = (place: Place) => findRedirect({ candidate, payload, place, req, tenant: tenant.id })
  const nextOf = async (to: string, { locale }: Place): Promise<Place | null> => {
    const target = await findTarget(to)
    return target === null || target === 'external' || target.tenant.id !== tenant.id
      ? null
      : { locale: target.locale ?? locale, path: target.path }
  }
  const written = (place: Place) => pathIn({ ...place, tenant })
  const passed = [start]
  for (;;) {
    const at = passed.at(-1)!
    const redirect = await find(at)
    const next = redirect && (await nextOf(redirect.to, at))
    if (!next) {
      break
    }
    const again = passed.findIndex((place) => keyOf(place) === keyOf(next))
    passed.push(next)
    if (again >= 0) {
      return passed.length === 2
        ? 'This leads back to itself. Choose another target.'
        : `This leads in a circle: ${passed.slice(again).map(written).join(' → ')}. Choose another target.`
    }
    if (passed.length > MOST_HOPS) {
      return `This leads over more than ${MOST_HOPS} redirects. Choose a target that is a page.`
    }
  }
  const [, target] = passed
  const further = target && (await find(target))
  return further && !(await isVisiblePage({ path: target.path, payload, tenant }))
    ? `“${written(target)}” leads on to “${further.to}” itself. Enter “${further.to}” here.`
    : null
}
