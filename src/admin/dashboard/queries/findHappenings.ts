// What others changed, published and uploaded, newest first.
import type { PayloadRequest, Where } from 'payload'
import { editPath, idOf, nameOf, thumbnailOf } from '../rows.ts'
import {
  mergeChanges,
  mergeUploads,
  type Change,
  type Happening,
  type Upload,
} from '../happenings.ts'

const LIMIT = 80

export const findHappenings = async ({
  req,
  since,
  tenants,
}: {
  req: PayloadRequest
  /** ISO 8601. */
  since: string
  tenants: string[]
}): Promise<Happening[]> => {
  const [studies, pages, uploads] = await Promise.all([
    findChanges({ collection: 'case-studies', req, since, tenants }),
    findChanges({ collection: 'pages', req, since, tenants }),
    findUploads({ req, since, tenants }),
  ])
  return [...mergeChanges([...studies, ...pages]), ...mergeUploads(uploads)].sort((a, b) =>
    b.when.localeCompare(a.when),
  )
}

type Args = { req: PayloadRequest; since: string; tenants: string[] }

const byOthers = ({ path, req }: { path: string; req: PayloadRequest }): Where[] => [
  { [path]: { exists: true } },
  { [path]: { not_equals: req.user?.id } },
]

const findChanges = async ({
  collection,
  req,
  since,
  tenants,
}: Args & { collection: 'case-studies' | 'pages' }): Promise<Change[]> => {
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 1,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-updatedAt',
    user: req.user,
    where: {
      and: [
        { 'version.tenant': { in: tenants } },
        { 'version.deletedAt': { exists: false } },
        { updatedAt: { greater_than: since } },
        ...byOthers({ path: 'version.updatedBy', req }),
      ],
    },
  })
  return docs.map(({ parent, updatedAt, version }) => ({
    href: editPath(collection, String(parent)),
    title: version.title ?? '',
    thumbnail: 'cover' in version ? thumbnailOf(version.cover) : null,
    tenant: idOf(version.tenant),
    authorId: idOf(version.updatedBy) ?? '',
    author: nameOf(version.updatedBy),
    isPublished: version._status === 'published',
    when: updatedAt,
  }))
}

const findUploads = async ({ req, since, tenants }: Args): Promise<Upload[]> => {
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 1,
    limit: LIMIT,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-createdAt',
    user: req.user,
    where: {
      and: [
        { tenant: { in: tenants } },
        { createdAt: { greater_than: since } },
        ...byOthers({ path: 'createdBy', req }),
      ],
    },
  })
  return docs.map((media) => ({
    tenant: idOf(media.tenant),
    authorId: idOf(media.createdBy) ?? '',
    author: nameOf(media.createdBy),
    thumbnail: thumbnailOf(media),
    when: media.createdAt,
  }))
}
