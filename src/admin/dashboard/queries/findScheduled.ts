// What goes online or offline by itself soon: scheduled publishing, and embargoes that end.
import type { PayloadRequest } from 'payload'
import { idOf, thumbnailOf } from '../rows.ts'

const JOB_LIMIT = 200
const LIMIT = 20

export type Scheduled = {
  id: string
  collection: 'case-studies' | 'pages'
  title: string
  thumbnail: string | null
  tenant: string | null
  what: 'publish' | 'unpublish' | 'embargo'
  when: string
}

export const findScheduled = async ({
  now,
  req,
  tenants,
}: {
  now: Date
  req: PayloadRequest
  tenants: string[]
}): Promise<Scheduled[]> => {
  const [planned, embargoes] = await Promise.all([
    findPlanned({ now, req, tenants }),
    findEmbargoes({ now, req, tenants }),
  ])
  return [...planned, ...embargoes].sort((a, b) => a.when.localeCompare(b.when)).slice(0, LIMIT)
}

type Args = { now: Date; req: PayloadRequest; tenants: string[] }
type Plan = { type?: string; doc?: { relationTo?: string; value?: unknown } }

const findPlanned = async ({ now, req, tenants }: Args): Promise<Scheduled[]> => {
  // Trusted: nobody may read jobs. Only which document is planned for when is taken from them, and
  // only for documents that the next query, under the user's own access, finds in these tenants.
  const { docs: jobs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: JOB_LIMIT,
    overrideAccess: true,
    pagination: false,
    req,
    sort: 'waitUntil',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { completedAt: { exists: false } },
        { waitUntil: { greater_than: now.toISOString() } },
      ],
    },
  })
  const plans = jobs.flatMap(({ input, waitUntil }) => {
    const { doc, type } = (input ?? {}) as Plan
    const collection = doc?.relationTo
    return (collection === 'case-studies' || collection === 'pages') &&
      typeof doc?.value === 'string' &&
      waitUntil
      ? [
          {
            collection,
            id: doc.value,
            what: type === 'unpublish' ? 'unpublish' : 'publish',
            when: waitUntil,
          } as const,
        ]
      : []
  })
  const found = await Promise.all(
    (['case-studies', 'pages'] as const).map((collection) =>
      findDocuments({
        collection,
        ids: plans.filter((plan) => plan.collection === collection).map(({ id }) => id),
        req,
        tenants,
      }),
    ),
  )
  const byId = new Map(found.flat().map((document) => [document.id, document]))
  return plans.flatMap((plan) => {
    const document = byId.get(plan.id)
    return document ? [{ ...plan, ...document }] : []
  })
}

const findDocuments = async ({
  collection,
  ids,
  req,
  tenants,
}: {
  collection: 'case-studies' | 'pages'
  ids: string[]
  req: PayloadRequest
  tenants: string[]
}) => {
  if (ids.length === 0) {
    return []
  }
  const { docs } = await req.payload.find({
    collection,
    depth: 1,
    draft: true,
    limit: JOB_LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    user: req.user,
    where: { and: [{ id: { in: ids } }, { tenant: { in: tenants } }] },
  })
  return docs.map((doc) => ({
    id: doc.id,
    title: doc.title ?? '',
    thumbnail: 'cover' in doc ? thumbnailOf(doc.cover) : null,
    tenant: idOf(doc.tenant),
  }))
}

const findEmbargoes = async ({ now, req, tenants }: Args): Promise<Scheduled[]> => {
  const { docs } = await req.payload.find({
    collection: 'case-studies',
    depth: 1,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    select: { cover: true, embargoUntil: true, tenant: true, title: true },
    sort: 'embargoUntil',
    user: req.user,
    where: {
      and: [
        { tenant: { in: tenants } },
        { _status: { equals: 'published' } },
        { embargoUntil: { greater_than: now.toISOString() } },
      ],
    },
  })
  return docs.map(({ cover, embargoUntil, id, tenant, title }) => ({
    id,
    collection: 'case-studies',
    title,
    thumbnail: thumbnailOf(cover),
    tenant: idOf(tenant),
    what: 'embargo',
    when: String(embargoUntil),
  }))
}
