// Files of a tenant that hold the same bytes, most wasted first.
import type { CollectionSlug, PayloadRequest } from 'payload'

export type DuplicateGroup = {
  etag: string
  docs: {
    id: string
    filename: string
    alt: string | null
    filesize: number
    thumbnailURL: string | null
    uses: number
  }[]
}

type Found = {
  id: string
  filename?: string
  alt?: string
  title?: string
  filesize?: number
  thumbnailURL?: string
  uses?: number
  asset?: { etag?: string }
}

/** A tenant's files are some thousands; only their hashes are read to find those that come twice. */
export const findDuplicateGroups = async ({
  collection,
  req,
  tenant,
}: {
  collection: string
  req: PayloadRequest
  tenant: string
}): Promise<DuplicateGroup[]> => {
  const find = async (where: object, select?: object) => {
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug,
      depth: 0,
      limit: 0,
      overrideAccess: false,
      pagination: false,
      req,
      where: { and: [{ tenant: { equals: tenant } }, where as never] },
      ...(select ? { select: select } : {}),
    })
    return docs as unknown as Found[]
  }
  const seen = new Map<string, number>()
  for (const { asset } of await find(
    { 'asset.etag': { exists: true } },
    { asset: { etag: true } },
  )) {
    seen.set(asset?.etag ?? '', (seen.get(asset?.etag ?? '') ?? 0) + 1)
  }
  const twice = [...seen].flatMap(([etag, count]) => (etag !== '' && count > 1 ? [etag] : []))
  if (twice.length === 0) {
    return []
  }
  const groups = new Map<string, DuplicateGroup>()
  for (const doc of await find({ 'asset.etag': { in: twice } })) {
    const etag = doc.asset?.etag ?? ''
    const group = groups.get(etag) ?? { etag, docs: [] }
    group.docs.push({
      id: doc.id,
      filename: doc.filename ?? '',
      alt: doc.alt ?? doc.title ?? null,
      filesize: doc.filesize ?? 0,
      thumbnailURL: doc.thumbnailURL ?? null,
      uses: doc.uses ?? 0,
    })
    groups.set(etag, group)
  }
  const wasted = ({ docs }: DuplicateGroup) => (docs[0]?.filesize ?? 0) * (docs.length - 1)
  return [...groups.values()].sort((a, b) => wasted(b) - wasted(a))
}
