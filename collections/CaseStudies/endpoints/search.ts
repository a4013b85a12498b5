// `GET /api/case-studies/search?q=…`: full-text search over the latest versions of the studies of one's own
// tenants, drafts included, the best match first.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { LOCALE_CODES } from '../../locales.ts'
import { isUuid } from '../../shared/isUuid.ts'

type Found = { study: string; rank: number }
type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: Found[] }> } }

/**
 * Query: `q`, words as typed (“quoted”, or, -minus), at most 200 characters; `tenant`, an id or a slug, to look
 * in one only; `limit`, at most 50, default 10; `depth`, at most 2, default 0; `locale` as everywhere. Answers
 * `{ docs }`, read under the caller's own rights.
 */
export const search: Omit<Endpoint, 'root'> = {
  path: '/search',
  method: 'get',
  custom: { most: { depth: 2, limit: 50 } },
  handler: async (req) => {
    const { q, tenant } = req.query
    const wanted = typeof q === 'string' ? q.trim() : ''
    if (wanted === '' || wanted.length > 200) {
      throw new APIError(
        'Say what to look for: q, with 1 to 200 characters.',
        400,
        { code: 'search_without_words' },
        true,
      )
    }
    // Within `most`: checked before by src/questions/parameters.ts.
    const limit = Number(req.query.limit ?? 10)
    const depth = Number(req.query.depth ?? 0)
    const within = tenant === undefined ? null : await tenantOf(tenant, req)
    const { drizzle } = req.payload.db as unknown as Executor
    const { rows } = await drizzle.execute(
      sql`select study, rank from rls.search_studies(${wanted}, ${within}::uuid, ${limit})`,
    )
    const { docs } = await req.payload.find({
      collection: 'case-studies',
      // What was searched.
      draft: true,
      // A study that is written in another language alone still has a title.
      ...(req.query['fallback-locale'] === undefined ? { fallbackLocale: [...LOCALE_CODES] } : {}),
      depth,
      limit,
      overrideAccess: false,
      pagination: false,
      req,
      user: req.user,
      where: { id: { in: rows.map(({ study }) => study) } },
    })
    const order = new Map(rows.map(({ study }, index) => [study, index]))
    return Response.json({
      docs: docs.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    })
  },
}

const tenantOf = async (tenant: unknown, req: PayloadRequest): Promise<string> => {
  if (isUuid(tenant)) {
    return tenant
  }
  const { docs } =
    typeof tenant === 'string' && tenant !== ''
      ? await req.payload.find({
          collection: 'tenants',
          depth: 0,
          limit: 1,
          overrideAccess: false,
          pagination: false,
          req,
          where: { slug: { equals: tenant } },
        })
      : { docs: [] }
  if (!docs[0]) {
    throw new APIError(
      '“tenant” is the id or the slug of one tenant.',
      400,
      { code: 'parameter_not_valid' },
      true,
    )
  }
  return docs[0].id
}
