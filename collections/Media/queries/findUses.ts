// Where a file is used, for whoever asks: by name what he may read, and as a number what he may not.
import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { canInTenant } from '../../../access/compile.ts'
import { withCapability } from '../../../access/claims.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { firstText } from '../../shared/firstText.ts'
import { findUseRows, type UseState } from '../../shared/fileUses.ts'
import { keyOf, parseKey, type FileCollection } from '../../shared/files.ts'
import { isTrusted } from '../../shared/trusted.ts'
import { findEarlierUses } from './findEarlierUses.ts'

export type FileUse = {
  collection: CollectionSlug
  id: string
  /** In the asker's language; the name of its kind where it has none yet. */
  title: string
  /** The first that is true: what readers see, what the draft says, what could be restored. */
  state: UseState
  isInTrash: boolean
  /** Path of the admin's page. */
  url: string
}

export type FileUses = {
  /** Online first, then drafts, then earlier versions; each by title. */
  uses: FileUse[]
  /** How many more documents use it that the asker may not read. */
  hidden: number
}

type FindUsesArgs = { collection: FileCollection; id: string; req: PayloadRequest }

/** A document counts once. Nothing is told of a file that the asker may not read. */
export const findUses = async ({ collection, id, req }: FindUsesArgs): Promise<FileUses> => {
  const file = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection,
    req,
    select: { tenant: true },
    where: { id: { equals: id } },
  })
  const tenant = tenantIdOf(file?.tenant)
  if (tenant === null) {
    return { uses: [], hidden: 0 }
  }
  const states = await findStates({ collection, id, req, tenant })
  const uses: FileUse[] = []
  for (const [slug, ofCollection] of groupByCollection(states)) {
    uses.push(...(await describe({ req, slug, states: ofCollection, tenant })))
  }
  uses.sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || compare(a, b))
  return { uses, hidden: states.size - uses.length }
}

const STATES: readonly UseState[] = ['online', 'draft', 'earlier']

const compare = (a: FileUse, b: FileUse): number => a.title.localeCompare(b.title)

/** By document, as `<collection>:<id>`, past the asker's read rights. */
const findStates = async ({
  collection,
  id,
  req,
  tenant,
}: FindUsesArgs & { tenant: string }): Promise<Map<string, UseState>> => {
  const rows = await withCapability('trackMediaUse', tenant, () =>
    findUseRows({ field: 'target', keys: [keyOf(collection, id)], req }),
  )
  const states = new Map<string, UseState>()
  for (const source of await findEarlierUses({ collection, id, req, tenant })) {
    states.set(source, 'earlier')
  }
  for (const state of ['draft', 'online'] as const) {
    rows.filter((row) => row.state === state).forEach(({ source }) => states.set(source, state))
  }
  return states
}

const groupByCollection = (
  states: Map<string, UseState>,
): Map<CollectionSlug, Map<string, UseState>> => {
  const groups = new Map<CollectionSlug, Map<string, UseState>>()
  for (const [source, state] of states) {
    const { collection, id } = parseKey(source)
    const slug = collection as CollectionSlug
    groups.set(slug, (groups.get(slug) ?? new Map<string, UseState>()).set(id, state))
  }
  return groups
}

type DescribeArgs = {
  req: PayloadRequest
  slug: CollectionSlug
  states: Map<string, UseState>
  tenant: string
}

type Found = { id: string } & Record<string, unknown>

/** One query a collection, with the asker's rights. */
const describe = async ({ req, slug, states, tenant }: DescribeArgs): Promise<FileUse[]> => {
  const may = (action: 'readInternal' | 'readVersions'): boolean =>
    isTrusted(req) ||
    canInTenant({
      action,
      collection: slug as TenantCollection,
      principal: principalOf(req.user),
      tenant,
    })
  const mayReadInternal = may('readInternal')
  // That a draft or an old version uses it is as much of a secret as what else stands there.
  const told = [...states].filter(
    ([, state]) =>
      state === 'online' || (state === 'draft' ? mayReadInternal : may('readVersions')),
  )
  const { config } = req.payload.collections[slug]
  const { docs } = await req.payload.find({
    collection: slug,
    depth: 0,
    draft: mayReadInternal,
    overrideAccess: isTrusted(req),
    pagination: false,
    req,
    trash: true,
    where: { id: { in: told.map(([id]) => id) } },
  })
  return (docs as unknown as Found[]).map((doc): FileUse => {
    const isInTrash = config.trash && Boolean(doc.deletedAt)
    return {
      collection: slug,
      id: doc.id,
      title: titleOf({ config, doc }),
      state: states.get(doc.id) ?? 'earlier',
      isInTrash,
      url: formatAdminURL({
        adminRoute: req.payload.config.routes.admin,
        path: `/collections/${slug}${isInTrash ? '/trash' : ''}/${doc.id}`,
      }),
    }
  })
}

const titleOf = ({ config, doc }: { config: SanitizedCollectionConfig; doc: Found }): string => {
  const { singular } = config.labels
  return (
    firstText(doc[config.admin.useAsTitle ?? 'id']) ??
    (typeof singular === 'string' ? singular : config.slug)
  )
}
