// The newest version of every study or page whose newest version is a draft, and which of them
// also have a published one.
import type { PayloadRequest } from 'payload'
import { idOf, nameOf, thumbnailOf } from '../rows.ts'

const LIMIT = 60

export type OpenDraft = {
  id: string
  collection: 'case-studies' | 'pages'
  title: string
  thumbnail: string | null
  tenant: string | null
  createdBy: string | null
  editor: string | null
  updatedAt: string
  /** An older version is online. */
  isOnline: boolean
}

export const findDraftVersions = async ({
  collection,
  req,
  tenants,
}: {
  collection: 'case-studies' | 'pages'
  req: PayloadRequest
  tenants: string[]
}): Promise<OpenDraft[]> => {
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 1,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    populate: {
      media: { filename: true, mimeType: true, thumbnailURL: true, url: true },
      users: { name: true },
    } as never,
    req,
    sort: '-updatedAt',
    user: req.user,
    where: {
      and: [
        { latest: { equals: true } },
        { 'version._status': { equals: 'draft' } },
        { 'version.tenant': { in: tenants } },
        { 'version.deletedAt': { exists: false } },
      ],
    },
  })
  if (docs.length === 0) {
    return []
  }
  const online = await req.payload.find({
    collection,
    depth: 0,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    select: {},
    user: req.user,
    where: {
      and: [
        { id: { in: docs.map(({ parent }) => String(parent)) } },
        { _status: { equals: 'published' } },
      ],
    },
  })
  const onlineIds = new Set(online.docs.map(({ id }) => id))
  return docs.map(({ parent, updatedAt, version }) => ({
    id: String(parent),
    collection,
    title: version.title ?? '',
    thumbnail: 'cover' in version ? thumbnailOf(version.cover) : null,
    tenant: idOf(version.tenant),
    createdBy: idOf(version.createdBy),
    editor: nameOf(version.updatedBy),
    updatedAt,
    isOnline: onlineIds.has(String(parent)),
  }))
}
