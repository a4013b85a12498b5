// Takes a document out of another one, or puts a different one in its place: in what is online and in what was
// saved last, in every language, each as a version of its own. Nothing else of it changes, and a draft that waits
// stays one. So this writes both by itself; Payload's update would publish the draft.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { TenantCollection } from '../../../access/rules.ts'
import { holdDocument } from '../hooks/holdDocument.ts'
import { recordUse, type ExposureOf } from '../hooks/trackMediaUse.ts'
import { walkDocument } from '../reads/walk.ts'
import { addVersion, readLatestVersion } from '../versions.ts'

type Doc = Record<string, unknown> & { id: string; _status?: string }

export type Target = { collection: string; id: string }

type ChangeArgs = {
  /** What points there. */
  from: { collection: CollectionSlug & TenantCollection; id: string }
  /** Another document of the same collection; `null` takes it out. */
  replacement: string | null
  req: PayloadRequest
  target: Target
  tenant: string
}

/** @returns false when whoever asks may not change the document. */
export const changeReferences = async (args: ChangeArgs): Promise<boolean> => {
  const { from, req, tenant } = args
  const { collection, id } = from
  const { db } = req.payload
  await holdDocument({ id, req, slug: collection })
  const main = await db.findOne<Doc>({
    collection,
    locale: 'all',
    req,
    where: { id: { equals: id } },
  })
  const isChangeable =
    main &&
    mayChange({
      collection,
      createdBy: main.createdBy,
      isOnline: main._status === 'published',
      req,
      tenant,
    })
  if (!isChangeable) {
    return false
  }
  const latest = await readLatestVersion<Doc>({ collection, id, req })
  const now = Date.now()
  const changed = { ...without(main, args), ...stampOf({ at: now, req }) }
  // The adapter changes the rows that it writes.
  const { id: _, ...data } = structuredClone(changed)
  await db.updateOne({ collection, data, id, req, returning: false })
  const isOnline = main._status === 'published'
  if (isOnline) {
    await addVersion({ ...from, at: now, req, version: changed })
  }
  if (latest && (!isOnline || latest._status === 'draft')) {
    const at = now + 1
    const version = { ...without(latest, args), ...stampOf({ at, req }) }
    await addVersion({ ...from, at, req, version })
  }
  const { custom } = req.payload.collections[collection].config
  if (typeof custom?.exposureOf === 'function') {
    await recordUse({
      exposureOf: custom.exposureOf as ExposureOf,
      id,
      req,
      slug: collection,
      tenant,
    })
  }
  return true
}

/** As for any change: of what is online it takes the right to publish. */
export const mayChange = ({
  collection,
  createdBy,
  isOnline,
  req,
  tenant,
}: {
  collection: TenantCollection
  createdBy: unknown
  isOnline: boolean
  req: PayloadRequest
  tenant: string
}): boolean => {
  const principal = principalOf(req.user)
  const may = (action: 'publish' | 'updateAny' | 'updateOwn') =>
    canInTenant({ action, collection, principal, tenant })
  const isOwn = tenantIdOf(createdBy) === principal.userId && principal.userId !== null
  return isOnline
    ? may('updateAny') && may('publish')
    : may('updateAny') || (isOwn && may('updateOwn'))
}

const stampOf = ({ at, req }: { at: number; req: PayloadRequest }) => ({
  updatedAt: new Date(at).toISOString(),
  updatedBy: principalOf(req.user).userId,
})

/** A row or a block that is about nothing else goes with it; a link leaves its words. */
const without = (doc: Doc, { from, replacement, req, target }: ChangeArgs): Doc => {
  const put = (name: string, value: unknown): unknown => {
    if (replacement === null || name === 'id') {
      return value
    }
    // In a list that has the other one already, it stands once.
    return Array.isArray(value) && value.includes(target.id)
      ? [...new Set(value.map((one: unknown) => (one === target.id ? replacement : one)))]
      : value === target.id
        ? replacement
        : value
  }
  const copy = JSON.parse(JSON.stringify(doc, put)) as Doc
  if (replacement === null) {
    walkDocument({
      collection: from.collection,
      doc: copy,
      walk: {
        collections: req.payload.collections,
        isHidden: ({ id, relationTo }) => id === target.id && relationTo === target.collection,
        isOwn: () => false,
        seen: new Set(),
      },
    })
  }
  return copy
}
