// Whether a path of a site is a page that a visitor who has its URL may see.
import type { Payload, Where } from 'payload'
import { conditions } from '../../../access/conditions.ts'
import { ANONYMOUS } from '../../../access/principal.ts'

type Args = { payload: Payload; path: string; tenant: { id: string } }

/** Pages that every site has. */
const FIXED = new Set([
  '/',
  '/about',
  '/contact',
  '/feed.xml',
  '/people',
  '/robots.txt',
  '/sitemap.xml',
  '/work',
])

/** Asked under the rights of nobody and, for shared studies, under a capability in the tenant. */
export const isVisiblePage = async ({ path, payload, tenant }: Args): Promise<boolean> => {
  if (FIXED.has(path)) {
    return true
  }
  const [, first = '', second = '', ...rest] = path.split('/')
  if (rest.length > 0) {
    return false
  }
  if (first === 'work' && second !== '') {
    return isStudy({ payload, slug: second, tenant })
  }
  if (first === 'people' && second !== '') {
    return isThere({ collection: 'people', payload, where: pageOf({ slug: second, tenant }) })
  }
  return second === ''
    ? isThere({ collection: 'pages', payload, where: pageOf({ slug: first, tenant }) })
    : false
}

const pageOf = ({ slug, tenant }: { slug: string; tenant: { id: string } }): Where => ({
  and: [{ tenant: { equals: tenant.id } }, { slug: { equals: slug.normalize('NFC') } }],
})

const isThere = async ({
  collection,
  payload,
  where,
}: {
  collection: 'pages' | 'people'
  payload: Payload
  where: Where
}): Promise<boolean> =>
  (await payload.count({ collection, overrideAccess: false, where })).totalDocs > 0

/** The two conditions of the rule table under which a study has a page. */
const isStudy = async ({
  payload,
  slug,
  tenant,
}: {
  payload: Payload
  slug: string
  tenant: { id: string }
}): Promise<boolean> => {
  const context = { now: new Date(), principal: ANONYMOUS }
  const { totalDocs } = await payload.count({
    collection: 'case-studies',
    // Beyond the rights of nobody, who does not read shared studies; the conditions are the rule.
    overrideAccess: true,
    where: {
      and: [
        pageOf({ slug, tenant }),
        { or: [conditions.publicStudy.where(context), conditions.sharedByLink.where(context)] },
      ],
    },
  })
  return totalDocs > 0
}
