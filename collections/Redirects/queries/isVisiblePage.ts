// Whether a path of a site is a page that a visitor who has its URL may see.
import type { Payload, Where } from 'payload'
import { conditions } from '../../../access/conditions.ts'
import { ANONYMOUS } from '../../../access/principal.ts'

type Args = { payload: Payload; path: string; tenant: { id: string } }

/** What every site has: pages, files, and where its forms are sent. */
const FIXED = new Set([
  '/',
  '/contact',
  '/contact/send',
  '/contact/sent',
  '/feed.xml',
  '/font.woff2',
  '/hls.js',
  '/opengraph.png',
  '/people',
  '/robots.txt',
  '/site.js',
  '/sitemap.xml',
  '/theme.css',
  '/work',
])

export const isFixed = (path: string): boolean => FIXED.has(path)

/** Below the page of a study: its preview image, and where its password is sent. */
const OF_STUDY = new Set(['opengraph.png', 'unlock'])

/** Asked under the rights of nobody and, for shared studies, under a capability in the tenant. */
export const isVisiblePage = async ({ path, payload, tenant }: Args): Promise<boolean> => {
  if (isFixed(path)) {
    return true
  }
  if (path === '/about') {
    return isAbout({ payload, tenant })
  }
  const [, first = '', second = '', third = '', ...rest] = path.split('/')
  if (rest.length > 0 || (third !== '' && !(first === 'work' && OF_STUDY.has(third)))) {
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

/** The page that the settings name, or the one that is called so; see `src/site/data/getPage.ts`. */
const isAbout = async ({ payload, tenant }: Omit<Args, 'path'>): Promise<boolean> => {
  const { docs } = await payload.find({
    collection: 'site-settings',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    select: { about: true },
    where: { tenant: { equals: tenant.id } },
  })
  const about = docs[0]?.about
  return isThere({
    collection: 'pages',
    payload,
    where:
      typeof about === 'string'
        ? { and: [{ tenant: { equals: tenant.id } }, { id: { equals: about } }] }
        : pageOf({ slug: 'about', tenant }),
  })
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
