/** Answers of a site: a page, a file or a picture, made once for everybody; what is missing, for whoever asks. */
import { withQuery } from '../../collections/Redirects/withQuery.ts'
import { tenantTag } from '../../collections/shared/invalidation.ts'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { send, type Made } from '../../plugins/publication/index.ts'
import { watchingSigned } from '../media/noteSigned.ts'
import { presentProblem, problem, type Problem } from '../http/problem.ts'
import { findRedirect } from './data/findRedirect.ts'
import { getSite, type Site } from './data/site.ts'
import { drawPreview, type FetchFile } from './og/draw.ts'
import type { LoadFile } from './pages/files.ts'
import { missingPage } from './pages/missing.tsx'
import type { LoadPage, Page } from './pages/page.ts'
import type { LoadPreview } from './pages/previewImage.ts'
import { asNobody, publication, shared } from './publication.ts'
import { presentPage, renderPage, type RenderedPage } from './render.tsx'
import { isDevelopment } from './reloading.ts'
import { acceptsOf, type SiteContext, type SiteRequest } from './request.ts'

type MakeArgs = { site: Site; slug: string; query: URLSearchParams }

/** Of one address; null where nothing is there. */
export type Make = (args: MakeArgs) => Promise<Made | null>

type Options = {
  /** The part of the query that the answer depends on. Default: nothing of it. */
  queryOf?: (query: URLSearchParams) => URLSearchParams
  /** Set for what is made for one visitor. */
  visitor?: string
}

const NOTHING: Made = { status: 404, headers: {}, body: '', policy: 'none', isKept: true }

const NO_QUERY = new URLSearchParams()

/** Answers with what is kept under the address, or makes it. */
export const answer = async (
  c: SiteContext,
  make: Make,
  { queryOf, visitor = '' }: Options = {},
): Promise<Response> => {
  const { locale, mode, path, search, tenant, tenantId } = c.env
  const query = queryOf?.(new URLSearchParams(search)) ?? NO_QUERY
  // Kept together with the answer, to make it anew: nothing in it may hold the request, and with it a connection.
  const slug = c.req.param('slug') ?? ''
  const found = await publication().answer({
    key: [mode, tenantId, locale, path, query, visitor].join(' '),
    tags: [tenantTag(tenantId)],
    accepts: acceptsOf(c.env.incoming),
    make: () =>
      asNobody(async () => {
        const { isSigned, value: made } = await watchingSigned(async () => {
          const site = await getSite({ locale, mode, tenant })
          return site && (await make({ site, slug, query }))
        })
        if (!made) {
          return NOTHING
        }
        if (isDevelopment) {
          return { ...made, policy: 'none', isKept: false }
        }
        // What has addresses of files that not everybody may fetch is not for everybody.
        return isSigned && made.policy !== 'none' ? { ...made, policy: 'private' } : made
      }),
  })
  if (found.status === 404) {
    return missing(c)
  }
  await send(found, c.env)
  return RESPONSE_ALREADY_SENT
}

export const asPage =
  (load: LoadPage): Make =>
  async (args) => {
    const page = await load(args)
    return page && madeOf({ page, site: args.site })
  }

export const asFile =
  (load: LoadFile): Make =>
  async (args) => {
    const { body, type } = await load(args)
    return {
      status: 200,
      headers: { 'content-type': type, 'content-language': args.site.view.locale },
      body,
      policy: 'shared',
    }
  }

export const asPreview =
  (load: LoadPreview, fetchFile: FetchFile): Make =>
  async (args) => {
    const content = await load(args)
    return (
      content && {
        status: 200,
        headers: { 'content-type': 'image/png' },
        body: await drawPreview({ ...content, fetchFile }),
        policy: content.policy,
      }
    )
  }

const madeOf = ({ page, site }: { page: Page; site: Site }): Made => {
  const { headers, html } = render({ page, site })
  const { isKept, policy } = page
  return { status: 200, headers, body: html, policy, ...(isKept === undefined ? {} : { isKept }) }
}

export const render = ({ page, site }: { page: Page; site: Site }): RenderedPage =>
  renderPage({ site: site.view, metadata: page.metadata, body: page.body })

/** The tenant's redirect, or the tenant's own 404 page; for programs a problem. */
export const missing = async (c: SiteContext): Promise<Response> => {
  const site = await getSite(c.env)
  const args = {
    accept: c.req.header('accept') ?? null,
    isHead: c.req.method === 'HEAD',
    problem: problem({ code: 'not_found' }),
  }
  if (!site) {
    return presentProblem(args)
  }
  const redirect = await findRedirect({ site, path: c.env.path })
  if (redirect) {
    const location = withQuery(redirect.location, c.env.search)
    return new Response(null, {
      status: redirect.status,
      headers: { location, 'cache-control': 'no-store' },
    })
  }
  return presentPage({ ...args, page: await missingOf(c.env, site) })
}

/** What cannot be done at an address, on a page of the site. */
export const refuse = async (c: SiteContext, refused: Problem): Promise<Response> => {
  const site = await getSite(c.env)
  const args = { accept: c.req.header('accept') ?? null, problem: refused }
  return site
    ? presentPage({ ...args, page: render({ page: missingPage({ refused, site }), site }) })
    : presentProblem(args)
}

const missingOf = ({ locale, mode, tenantId }: SiteRequest, site: Site): Promise<RenderedPage> =>
  shared({
    key: ['missing', tenantId, mode, locale],
    tags: [tenantTag(tenantId)],
    read: async () => {
      // Everything that it shows.
      await getSite({ locale, mode, tenant: site.tenant.slug ?? '' })
      return render({ page: missingPage({ site }), site })
    },
  })
