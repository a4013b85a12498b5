// Drafts of studies and pages that were never online, with nothing written in them for a day, which somebody may delete.
import { createLocalReq, type PayloadRequest } from 'payload'
import type { Principal } from '../../../../access/principal.ts'
import { AUTOSAVED, type Autosaved } from '../../../../collections/shared/drafts.ts'
import { mayTrash } from '../../lists/mayTrash.ts'
import { isUnwritten } from '../isUnwritten.ts'
import { idOf, nameOf } from '../rows.ts'

/** Of each collection; the rest comes once these are gone. */
const LIMIT = 100
const DAY = 24 * 60 * 60 * 1000

export type EmptyDraft = {
  id: string
  collection: Autosaved
  author: string | null
  tenant: string | null
  updatedAt: string
}

type Args = { now: Date; principal: Principal; req: PayloadRequest; tenants: string[] }

export const findEmptyDrafts = async (args: Args): Promise<EmptyDraft[]> =>
  (await Promise.all(AUTOSAVED.map((collection) => findIn({ ...args, collection }))))
    .flat()
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))

const findIn = async ({
  collection,
  now,
  principal,
  req,
  tenants,
}: Args & { collection: Autosaved }): Promise<EmptyDraft[]> => {
  // A request of its own: Payload would leave “all” as the language of everything that this one asks for afterwards.
  const inAll = await createLocalReq(
    { locale: 'all', ...(req.user ? { user: req.user } : {}) },
    req.payload,
  )
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 1,
    limit: LIMIT,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    populate: { users: { name: true } },
    req: inAll,
    sort: 'updatedAt',
    user: req.user,
    where: {
      and: [
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
        { 'version.tenant': { in: tenants } },
        { 'version.deletedAt': { exists: false } },
        { 'version.slug': { exists: false } },
        { updatedAt: { less_than: new Date(now.getTime() - DAY).toISOString() } },
      ],
    },
  })
  const fields = req.payload.collections[collection].config.flattenedFields
  const empty = docs.filter(
    ({ version }) =>
      isUnwritten({ fields, values: version as never }) &&
      mayTrash({ collection, document: version, principal }),
  )
  const online = await findOnline({
    collection,
    ids: empty.map(({ parent }) => String(parent)),
    req,
  })
  return empty
    .filter(({ parent }) => !online.has(String(parent)))
    .map(({ parent, updatedAt, version }) => ({
      id: String(parent),
      collection,
      author: nameOf(version.createdBy),
      tenant: idOf(version.tenant),
      updatedAt,
    }))
}

/** Those whose newest version is empty, and an earlier one online. */
const findOnline = async ({
  collection,
  ids,
  req,
}: {
  collection: Autosaved
  ids: string[]
  req: PayloadRequest
}): Promise<Set<string>> => {
  if (ids.length === 0) {
    return new Set()
  }
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    select: {},
    user: req.user,
    where: { and: [{ id: { in: ids } }, { _status: { equals: 'published' } }] },
  })
  return new Set(docs.map(({ id }) => id))
}
