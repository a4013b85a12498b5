// `GET /api/case-studies/:id/page`, and the same of pages: where readers find a document, for whoever edits it.
import type { Endpoint } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { exposureOfPublished, exposureOfStudy } from '../exposure.ts'

export type PublicPage = {
  /** Path on this installation; `null` while nobody is shown it. */
  url: string | null
}

/** @param before What comes before the slug in the path of a page, such as `/work`. */
export const publicPageEndpoint = (
  collection: 'case-studies' | 'pages',
  { before }: { before: string },
): Omit<Endpoint, 'root'> => ({
  path: '/:id/page',
  method: 'get',
  handler: async (req) => {
    const page = (url: string | null): Response => Response.json({ url } satisfies PublicPage)
    const doc: Online | null = await req.payload.findByID({
      collection,
      depth: 0,
      disableErrors: true,
      id: String(req.routeParams?.id),
      overrideAccess: false,
      req,
    })
    const id = tenantIdOf(doc?.tenant)
    if (!doc || !id || !isShown(collection, doc)) {
      return page(null)
    }
    const tenant = await req.payload.findByID({
      collection: 'tenants',
      depth: 0,
      disableErrors: true,
      id,
      overrideAccess: false,
      req,
    })
    if (tenant?.status !== 'active') {
      return page(null)
    }
    const language =
      req.locale && req.locale !== 'all' && req.locale !== tenant.defaultLocale
        ? `/${req.locale}`
        : ''
    return page(`/${tenant.slug}${language}${before}/${encodeURIComponent(String(doc.slug))}`)
  },
})

type Online = { slug?: string | null; tenant?: unknown }

/** Also to whoever has the link. */
const isShown = (collection: 'case-studies' | 'pages', doc: Online): boolean =>
  (collection === 'pages' ? exposureOfPublished : exposureOfStudy)({ ...doc }) !== 'none'
