// Goes through everything in a tenant that can point at something, as readers see it and as it was saved last.
// Rich text has no keys in the database, so there is no shorter way to what points somewhere.
import type { CollectionSlug, Field, Payload, PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { hasDrafts, rules, type TenantCollection } from '../../../access/rules.ts'
import { firstText } from '../firstText.ts'
import { collectReferences, type Reference } from '../references.ts'

type Doc = Record<string, unknown> & { id: string; _status?: string }

export type Pointing = {
  collection: CollectionSlug & TenantCollection
  id: string
  /** In the first language that has one. */
  title: string
  isOnline: boolean
  createdBy: unknown
  /** In both together; one may stand in it several times. */
  references: Reference[]
}

const PAGE = 50

/** Calls `visit` for each document outside of the trash that points at something. */
export const scanTenant = ({
  req,
  tenant,
  visit,
}: {
  req: PayloadRequest
  tenant: string
  visit: (pointing: Pointing) => void
}): Promise<void> =>
  withCapability('findReferences', tenant, async () => {
    for (const collection of pointingCollections(req.payload)) {
      let after: string | undefined
      do {
        after = await scanPage({ after, collection, req, tenant, visit })
      } while (after !== undefined)
    }
  })

type PageArgs = {
  after: string | undefined
  collection: Pointing['collection']
  req: PayloadRequest
  tenant: string
  visit: (pointing: Pointing) => void
}

/** @returns the id after which the next page begins. */
const scanPage = async ({
  after,
  collection,
  req,
  tenant,
  visit,
}: PageArgs): Promise<string | undefined> => {
  const { db } = req.payload
  const { config } = req.payload.collections[collection]
  const { docs } = await db.find<Doc>({
    collection,
    limit: PAGE,
    locale: 'all',
    pagination: false,
    req,
    sort: 'id',
    where: {
      and: [
        { tenant: { equals: tenant } },
        ...(config.trash ? [{ deletedAt: { exists: false } }] : []),
        ...(after === undefined ? [] : [{ id: { greater_than: after } }]),
      ],
    },
  })
  const { docs: versions } = await db.findVersions<Doc>({
    collection,
    limit: 0,
    locale: 'all',
    pagination: false,
    req,
    where: {
      and: [{ parent: { in: docs.map(({ id }) => id) } }, { latest: { equals: true } }],
    },
  })
  const latest = new Map(versions.map(({ parent, version }) => [String(parent), version]))
  for (const doc of docs) {
    const isOnline = doc._status === 'published'
    const saved = latest.get(doc.id) ?? doc
    const references = [...(isOnline ? [doc] : []), saved].flatMap((data) =>
      collectReferences({ data, fields: config.fields }),
    )
    if (references.length > 0) {
      const { createdBy, id } = doc
      const title = firstText(saved[config.admin.useAsTitle ?? 'id']) ?? ''
      visit({ collection, createdBy, id, isOnline, references, title })
    }
  }
  return docs.length === PAGE ? docs.at(-1)?.id : undefined
}

const pointingCollections = (payload: Payload): Pointing['collection'][] =>
  (Object.keys(rules) as Pointing['collection'][])
    .filter(hasDrafts)
    .filter((slug) => payload.collections[slug].config.fields.some(canPoint))

const canPoint = (field: Field): boolean => {
  switch (field.type) {
    case 'blocks':
    case 'richText':
    case 'upload':
      return true
    case 'relationship':
      return [field.relationTo].flat().some((slug) => slug in rules)
    case 'tabs':
      return field.tabs.some((tab) => tab.fields.some(canPoint))
    default:
      return 'fields' in field && field.fields.some(canPoint)
  }
}
