// What a reader misses: published studies without a cover, pictures without a description.
import type { PayloadRequest } from 'payload'
import { editPath, idOf, thumbnailOf, type Queue } from '../rows.ts'

type Args = { limit: number; req: PayloadRequest; tenants: string[] }

export const findWithoutCover = async ({ limit, req, tenants }: Args): Promise<Queue> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'case-studies',
    depth: 0,
    limit,
    overrideAccess: false,
    req,
    select: { tenant: true, title: true, updatedAt: true },
    sort: '-updatedAt',
    user: req.user,
    where: {
      and: [
        { tenant: { in: tenants } },
        { _status: { equals: 'published' } },
        { cover: { exists: false } },
      ],
    },
  })
  return {
    total: totalDocs,
    rows: docs.map(({ id, tenant, title }) => ({
      id,
      href: editPath('case-studies', id),
      title,
      tenant: idOf(tenant) ?? undefined,
      thumbnail: null,
    })),
  }
}

export const findWithoutDescription = async ({ limit, req, tenants }: Args): Promise<Queue> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    limit,
    overrideAccess: false,
    req,
    sort: '-createdAt',
    user: req.user,
    where: {
      and: [
        { tenant: { in: tenants } },
        { or: [{ alt: { exists: false } }, { alt: { equals: '' } }] },
      ],
    },
  })
  return {
    total: totalDocs,
    rows: docs.map((media) => ({
      id: media.id,
      href: editPath('media', media.id),
      title: media.filename ?? '',
      tenant: idOf(media.tenant) ?? undefined,
      thumbnail: thumbnailOf(media),
    })),
  }
}
