/** A free page by its slug, or the page that the settings name as "about". */
import type { PageDoc, SettingsDoc } from '../documents.ts'
import type { PageView } from '../model.ts'
import { presentPage } from '../present/page.ts'
import { highlightNodes } from '../highlight.ts'
import { tenantTag } from '../../../collections/shared/invalidation.ts'
import { shared } from '../publication.ts'
import { listWritten } from './listWritten.ts'
import { payloadOf } from './payload.ts'
import type { Site } from './site.ts'

export const getPage = ({ site, slug }: { site: Site; slug: string }): Promise<PageView | null> =>
  shared({
    key: ['page', site.tenant.id, site.mode, site.view.locale, slug],
    tags: [tenantTag(site.tenant.id)],
    read: () => readPage({ site, where: { slug: { equals: slug } } }),
  })

export const getAbout = ({ site }: { site: Site }): Promise<PageView | null> =>
  shared({
    key: ['about', site.tenant.id, site.mode, site.view.locale],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await payload.find({
        collection: 'site-settings',
        where: { tenant: { equals: site.tenant.id } },
        depth: 0,
        limit: 1,
        pagination: false,
        overrideAccess: false,
        select: { about: true },
      })
      const about = (docs[0] as SettingsDoc | undefined)?.about
      return typeof about === 'string'
        ? readPage({ site, where: { id: { equals: about } } })
        : readPage({ site, where: { slug: { equals: 'about' } } })
    },
  })

const readPage = async ({
  site,
  where,
}: {
  site: Site
  where: { slug: { equals: string } } | { id: { equals: string } }
}): Promise<PageView | null> => {
  const payload = await payloadOf()
  const { docs } = await payload.find({
    collection: 'pages',
    where: { and: [{ tenant: { equals: site.tenant.id } }, where] },
    locale: site.view.locale as 'en',
    depth: 2,
    limit: 1,
    pagination: false,
    overrideAccess: false,
  })
  const doc = docs[0] as PageDoc | undefined
  if (!doc) {
    return null
  }
  const writtenIn = await listWritten({ collection: 'pages', site })
  const page = presentPage(doc, site.context, writtenIn.get(doc.id))
  return { ...page, body: await highlightNodes(page.body) }
}

/** The addresses of all published pages, for the sitemap. */
export const listPages = ({
  site,
}: {
  site: Site
}): Promise<{ id: string; slug: string; updatedAt: string | null }[]> =>
  shared({
    key: ['pages', site.tenant.id],
    tags: [tenantTag(site.tenant.id)],
    read: async () => {
      const payload = await payloadOf()
      const { docs } = await payload.find({
        collection: 'pages',
        where: { tenant: { equals: site.tenant.id } },
        depth: 0,
        limit: 1000,
        pagination: false,
        overrideAccess: false,
        select: { slug: true, updatedAt: true, seo: true },
      })
      return (docs as PageDoc[]).flatMap((page) =>
        page.slug && !page.seo?.noindex
          ? [{ id: page.id, slug: page.slug, updatedAt: page.updatedAt ?? null }]
          : [],
      )
    },
  })
