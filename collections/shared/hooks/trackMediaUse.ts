// Keeps, for every file, whether something public shows it. A file that only a draft, a private
// study or nothing at all uses is not the public's to list or to fetch.
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  Field,
  PayloadRequest,
} from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { readPublishedState, recallPublishedState } from '../published.ts'
import { collectReferences } from '../references.ts'

/** `link`: served to whoever has the file's address; `public`: listed by the API as well. */
export type Exposure = 'none' | 'link' | 'public'

export type FileCollection = 'media' | 'documents'

const FILE_COLLECTIONS: readonly FileCollection[] = ['media', 'documents']

export type ExposureOf = (doc: Record<string, unknown>) => Exposure

/** @param exposureOf How widely the main row of a document, as readers see it, is shown. */
export const trackMediaUse = ({
  exposureOf,
}: {
  exposureOf: ExposureOf
}): { afterChange: CollectionAfterChangeHook; afterDelete: CollectionAfterDeleteHook } => ({
  afterChange: async ({ collection, doc, req }) => {
    const slug = collection.slug
    const hasDrafts = Boolean(collection.versions && collection.versions.drafts)
    if (hasDrafts && !(await touchesPublished({ id: doc.id, req, slug }))) {
      return doc
    }
    await recordUse({ exposureOf, fields: collection.fields, id: doc.id, req, slug })
    return doc
  },
  afterDelete: async ({ collection, doc, req }) => {
    await replaceReferences({
      exposure: 'none',
      files: [],
      req,
      source: `${collection.slug}:${doc.id}`,
      tenant: tenantIdOf(doc.tenant),
    })
    return doc
  },
})

const touchesPublished = async ({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}): Promise<boolean> =>
  Boolean(recallPublishedState({ id, req })?.isPublished) ||
  (await readPublishedState({ collection: slug, id, req })).isPublished

type RecordUseArgs = {
  exposureOf: ExposureOf
  fields: Field[]
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}

/** Reads what is online now, in every locale, and records the files it shows. */
export const recordUse = async ({
  exposureOf,
  fields,
  id,
  req,
  slug,
}: RecordUseArgs): Promise<void> => {
  const online = await req.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: slug,
    locale: 'all',
    req,
    where: { id: { equals: id } },
  })
  if (!online) {
    return
  }
  const exposure = exposureOf(online)
  const files =
    exposure === 'none'
      ? []
      : collectReferences({ fields, data: online }).filter(({ relationTo }) =>
          (FILE_COLLECTIONS as readonly string[]).includes(relationTo),
        )
  await replaceReferences({
    exposure,
    files: files as FileReference[],
    req,
    source: `${slug}:${id}`,
    tenant: tenantIdOf(online.tenant),
  })
}

type FileReference = { relationTo: FileCollection; id: string }

type ReplaceArgs = {
  exposure: Exposure
  files: FileReference[]
  req: PayloadRequest
  source: string
  tenant: string | null
}

const replaceReferences = async (args: ReplaceArgs): Promise<void> => {
  if (args.tenant !== null) {
    await withCapability('trackMediaUse', args.tenant, () => replaceInTenant(args))
  }
}

const replaceInTenant = async ({
  exposure,
  files,
  req,
  source,
  tenant,
}: ReplaceArgs): Promise<void> => {
  const { db } = req.payload
  const previous = await db.find<{ target: string; exposure: Exposure }>({
    collection: 'media-references',
    limit: 0,
    pagination: false,
    req,
    where: { source: { equals: source } },
  })
  const targets = [...new Set(files.map(({ relationTo, id }) => `${relationTo}:${id}`))]
  const isUnchanged =
    previous.docs.length === targets.length &&
    previous.docs.every((row) => row.exposure === exposure && targets.includes(row.target))
  if (isUnchanged) {
    return
  }
  await db.deleteMany({
    collection: 'media-references',
    req,
    where: { source: { equals: source } },
  })
  for (const target of targets) {
    await db.create({
      collection: 'media-references',
      data: { tenant, source, target, exposure },
      req,
    })
  }
  const affected = new Set([...targets, ...previous.docs.map(({ target }) => target)])
  for (const target of affected) {
    await updateExposure({ req, target })
  }
}

const updateExposure = async ({
  req,
  target,
}: {
  req: PayloadRequest
  target: string
}): Promise<void> => {
  const { db } = req.payload
  const uses = await db.find<{ exposure: Exposure }>({
    collection: 'media-references',
    limit: 0,
    pagination: false,
    req,
    where: { target: { equals: target } },
  })
  const levels = uses.docs.map(({ exposure }) => exposure)
  const exposure: Exposure = levels.includes('public')
    ? 'public'
    : levels.includes('link')
      ? 'link'
      : 'none'
  const [collection, id] = target.split(':') as [FileCollection, string]
  await db.updateMany({
    collection,
    data: { exposure },
    req,
    where: { and: [{ id: { equals: id } }, { exposure: { not_equals: exposure } }] },
  })
}
