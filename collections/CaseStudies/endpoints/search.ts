// `GET /api/case-studies/search?q=…`: full-text search over the latest versions of the studies of one's own
// tenants, drafts included, the best match first.
import { sql } from '@payloadcms/db-postgres'
import { APIError, type Endpoint } from 'payload'
import { LOCALE_CODES } from '../../locales.ts'

const MOST = 50
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Found = { study: string; rank: number }
type Executor = { drizzle: { execute: (query: unknown) => Promise<{ rows: Found[] }> } }

/**
 * Query: `q`, words as typed (“quoted”, or, -minus), at most 200 characters; `tenant`, an id, to look
 * in one only; `limit`, at most 50, default 10; `locale` and `depth` as everywhere. Answers
 * `{ docs }`, read under the caller's own rights.
 */
export const search: Omit<Endpoint, 'root'> = {
  path: '/search',
  method: 'get',
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
    const limit = Math.min(Math.max(Number(req.query.limit ?? 10) || 10, 1), MOST)
    const within = typeof tenant === 'string' && UUID.test(tenant) ? tenant : null
    if (typeof tenant === 'string' && within === null) {
      return Response.json({ docs: [] })
    }
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
      depth: Math.min(Number(req.query.depth ?? 0) || 0, 2),
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
