// Keeps, for every file, which documents use it: online, in their draft, in an earlier version. From
// that follow whether anything public shows it, and whether it may be deleted. A file that only a
// draft, a private study or nothing at all uses is not the public's to list or to fetch.
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeDeleteHook,
  type CollectionSlug,
  type PayloadRequest,
} from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { filesIn, keyOf, type DocumentKey, type Exposure } from '../files.ts'
import { replaceUses } from '../fileUses.ts'
import { recallPublishedState } from '../published.ts'
import { filesOfVersions } from '../versionFiles.ts'
import { readLatestVersion } from '../versions.ts'

export type ExposureOf = (doc: Record<string, unknown>) => Exposure

type Tracker = {
  afterChange: CollectionAfterChangeHook
  beforeDelete: CollectionBeforeDeleteHook
  afterDelete: CollectionAfterDeleteHook
}

/** @param exposureOf How widely the main row of a document, as readers see it, is shown. */
export const trackMediaUse = ({ exposureOf }: { exposureOf: ExposureOf }): Tracker => ({
  afterChange: async ({ collection, data, doc, operation, previousDoc, req }) => {
    const { id } = doc as { id: string }
    // What an answer leaves out with `select`, the hooks do not get to see in `doc`.
    const tenant = tenantIdOf(data?.tenant ?? doc.tenant)
    if (tenant === null) {
      return doc
    }
    const wasOnline =
      operation === 'create' ? false : recallPublishedState({ id, req })?.isPublished
    const isOffline =
      wasOnline === false && data?._status !== 'published' && doc._status !== 'published'
    const missing = await recordUse({
      exposureOf,
      id,
      isOffline,
      req,
      slug: collection.slug,
      tenant,
    })
    const { fields } = collection
    // What it pointed at before keeps nobody from changing it or taking it offline.
    const before = new Set(filesIn({ data: previousDoc, fields }))
    const written = filesIn({ data, fields }).filter((file) => !before.has(file))
    refuseLost({ missing, written })
    return doc
  },
  beforeDelete: async ({ collection, id, req }) => {
    const doc = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
      collection: collection.slug,
      req,
      select: { tenant: true },
      where: { id: { equals: id } },
    })
    req.context[tenantKey(String(id))] = tenantIdOf(doc?.tenant)
  },
  afterDelete: async ({ collection, id, req, doc }) => {
    const tenant = req.context[tenantKey(String(id))]
    if (typeof tenant === 'string') {
      await withCapability('trackMediaUse', tenant, () =>
        replaceUses({ req, source: keyOf(collection.slug, String(id)), tenant }),
      )
    }
    return doc
  },
})

const tenantKey = (id: string): string => `tenantOf:${id}`

/** Rich text names files without a key in the database, so a deletion could have come between. */
const refuseLost = ({
  missing,
  written,
}: {
  missing: DocumentKey[]
  written: DocumentKey[]
}): void => {
  if (missing.some((target) => written.includes(target))) {
    throw new APIError(
      'A file that this uses was deleted a moment ago. Choose another one and save again.',
      409,
      { code: 'file_gone' },
      true,
    )
  }
}

type RecordUseArgs = {
  exposureOf: ExposureOf
  id: string
  /** Whether the document is known not to be online, unless its latest version says otherwise. */
  isOffline?: boolean
  /** Look through all versions for files that are used no longer; for what was never recorded. */
  lookBack?: boolean
  req: PayloadRequest
  slug: CollectionSlug
  tenant: string
}

type Doc = { id: string } & Record<string, unknown>

/**
 * Reads what is online and what the latest version says, in every locale, and records their files.
 *
 * @returns the files that are not there, as `<collection>:<id>`.
 */
export const recordUse = (args: RecordUseArgs): Promise<DocumentKey[]> =>
  withCapability('trackMediaUse', args.tenant, () => record(args))

const record = async ({
  exposureOf,
  id,
  isOffline = false,
  lookBack = false,
  req,
  slug,
  tenant,
}: RecordUseArgs): Promise<DocumentKey[]> => {
  const { fields, versions } = req.payload.collections[slug].config
  const hasDrafts = Boolean(versions && versions.drafts)
  const latest = hasDrafts ? await readLatestVersion({ collection: slug, id, req }) : undefined
  const isDraftOnly = isOffline && latest?._status === 'draft' && !latest.deletedAt
  const main = isDraftOnly ? null : await readMain({ id, req, slug })
  // A main row that was never published is older than the draft, and nobody is shown it.
  const isCurrent = main !== null && (latest === undefined || main._status === 'published')
  const exposure = isCurrent ? exposureOf(main) : 'none'
  const mainFiles = isCurrent ? filesIn({ data: main, fields }) : []
  const latestFiles = latest ? filesIn({ data: latest, fields }) : []
  const held = lookBack && versions ? await heldByVersions({ id, req, slug }) : []
  return replaceUses({
    // Private, or in the trash: readers are shown nothing, and yet it is in use.
    draft: exposure === 'none' ? [...new Set([...latestFiles, ...mainFiles])] : latestFiles,
    exposure,
    hasVersions: Boolean(versions),
    held,
    online: exposure === 'none' ? [] : mainFiles,
    req,
    source: keyOf(slug, id),
    tenant,
  })
}

type ReadArgs = { id: string; req: PayloadRequest; slug: CollectionSlug }

const readMain = ({ id, req, slug }: ReadArgs): Promise<Doc | null> =>
  req.payload.db.findOne<Doc>({
    collection: slug,
    locale: 'all',
    req,
    where: { id: { equals: id } },
  })

const heldByVersions = async (args: ReadArgs): Promise<DocumentKey[]> => {
  const held = new Set<DocumentKey>()
  for await (const files of filesOfVersions(args)) {
    files.forEach((file) => held.add(file))
  }
  return [...held]
}
