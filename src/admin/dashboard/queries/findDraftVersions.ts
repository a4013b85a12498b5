// The newest version of every document of a collection whose newest version is a draft, and which of
// them also have a published one.
import type { PayloadRequest } from 'payload'
import type { Media } from '../../../../payload-types.ts'
import { idOf, nameOf, thumbnailOf } from '../rows.ts'

const LIMIT = 60

/** What studies refer to. */
export const RECORDS = [
  'people',
  'organisations',
  'testimonials',
  'services',
  'industries',
  'technologies',
] as const

type Drafted = 'case-studies' | 'pages' | (typeof RECORDS)[number]

export type OpenDraft = {
  id: string
  collection: Drafted
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
  collection: Drafted
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
    title: titleOf(version),
    thumbnail: thumbnailOf(pictureOf(version)),
    tenant: idOf(version.tenant),
    createdBy: idOf(version.createdBy),
    editor: nameOf(version.updatedBy),
    updatedAt,
    isOnline: onlineIds.has(String(parent)),
  }))
}

type Version = {
  attribution?: string | null
  cover?: string | Media | null
  logo?: string | Media | null
  name?: string | null
  portrait?: string | Media | null
  title?: string | null
}

const titleOf = ({ attribution, name, title }: Version): string =>
  title ?? name ?? attribution ?? ''

const pictureOf = ({ cover, logo, portrait }: Version) => cover ?? portrait ?? logo
