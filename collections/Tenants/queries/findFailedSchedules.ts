// What was planned to go online or offline, did not, and still has not.
import type { PayloadRequest } from 'payload'
import { readPublishedState } from '../../shared/published.ts'

const LIMIT = 100

export type FailedSchedule = {
  /** Of the job. To dismiss it, cancel it like one that waits. */
  id: string
  collection: 'case-studies' | 'pages'
  /** Of the document. */
  document: string
  title: string
  type: 'publish' | 'unpublish'
  failedAt: string
  /** A sentence. */
  reason: string
}

type Job = {
  id: string
  error?: { reason?: unknown } | null
  input?: { doc?: { relationTo?: unknown; value?: unknown }; type?: unknown } | null
  updatedAt: string
}

/** The latest first, of documents that whoever asks may read. */
export const findFailedSchedules = async ({
  req,
  tenants,
}: {
  req: PayloadRequest
  tenants: string[]
}): Promise<FailedSchedule[]> => {
  // Trusted: nobody may read jobs. What is told of them is about documents that the next query finds.
  const { docs } = await req.payload.find({
    collection: 'payload-jobs',
    depth: 0,
    limit: LIMIT,
    overrideAccess: true,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: {
      and: [{ taskSlug: { equals: 'schedulePublish' } }, { hasError: { equals: true } }],
    },
  })
  const failed = (docs as unknown as Job[]).flatMap(failureOf)
  const found: FailedSchedule[] = []
  for (const collection of ['case-studies', 'pages'] as const) {
    const own = failed.filter((one) => one.collection === collection)
    const titles = await findTitles({
      collection,
      ids: own.map(({ document }) => document),
      req,
      tenants,
    })
    for (const one of own) {
      const title = titles.get(one.document)
      if (title !== undefined && !(await isDoneSince({ ...one, req }))) {
        found.push({ ...one, title })
      }
    }
  }
  return found.sort((a, b) => b.failedAt.localeCompare(a.failedAt))
}

type Failure = Omit<FailedSchedule, 'title'>

const failureOf = ({ error, id, input, updatedAt }: Job): Failure[] => {
  const { relationTo, value } = input?.doc ?? {}
  return (relationTo === 'case-studies' || relationTo === 'pages') && typeof value === 'string'
    ? [
        {
          id,
          collection: relationTo,
          document: value,
          failedAt: updatedAt,
          reason: typeof error?.reason === 'string' ? error.reason : 'It is not known why.',
          type: input?.type === 'unpublish' ? 'unpublish' : 'publish',
        },
      ]
    : []
}

const findTitles = async ({
  collection,
  ids,
  req,
  tenants,
}: {
  collection: 'case-studies' | 'pages'
  ids: string[]
  req: PayloadRequest
  tenants: string[]
}): Promise<Map<string, string>> => {
  if (ids.length === 0) {
    return new Map()
  }
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    draft: true,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    select: { title: true },
    where: { and: [{ id: { in: ids } }, { tenant: { in: tenants } }] },
  })
  return new Map(docs.map(({ id, title }) => [id, title ?? '']))
}

/** Somebody has done it by hand, or planned it again and it worked. */
const isDoneSince = async ({
  collection,
  document,
  failedAt,
  req,
  type,
}: Failure & { req: PayloadRequest }): Promise<boolean> => {
  const { isPublished } = await readPublishedState({
    collection,
    id: document,
    req,
  })
  if (type === 'unpublish' || !isPublished) {
    return type === 'unpublish' && !isPublished
  }
  // A change of what was online already is done once there is a later publication.
  const { totalDocs } = await req.payload.db.countVersions({
    collection,
    req,
    where: {
      and: [
        { parent: { equals: document } },
        { 'version._status': { equals: 'published' } },
        { updatedAt: { greater_than: failedAt } },
      ],
    },
  })
  return totalDocs > 0
}
