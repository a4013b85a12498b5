// The rows that say which document uses which file, and what follows from them for each file: how
// widely it is shown, and by how many documents it is used.
import type { PayloadRequest } from 'payload'
import { FILE_COLLECTIONS, parseKey, type DocumentKey, type Exposure } from './files.ts'
import { lockFiles } from './lockFiles.ts'
import { rememberStored } from './published.ts'
import { queueFileWork } from './queueFileWork.ts'
import { findWithheldLogos } from './withheldLogos.ts'

/** Where a document uses a file; `earlier` is a version that could be restored. */
export type UseState = 'online' | 'draft' | 'earlier'

type Use = { target: DocumentKey; state: UseState; exposure: Exposure }
type UseRow = Use & { id: string; source: DocumentKey }

type ReplaceArgs = {
  source: DocumentKey
  tenant: string
  /** Files that readers see, and how widely. */
  online?: DocumentKey[]
  exposure?: Exposure
  /** Files that the latest version uses. */
  draft?: DocumentKey[]
  /** Whether an older version may still hold what is used no longer. */
  hasVersions?: boolean
  /** Files of which it is known that some version holds them. */
  held?: DocumentKey[]
  req: PayloadRequest
}

/**
 * Makes the rows of a document say what it uses now. Run it under the capability `trackMediaUse`.
 *
 * @returns the files that are not there, of which no use was noted.
 */
export const replaceUses = async ({
  draft = [],
  exposure = 'none',
  hasVersions = false,
  held = [],
  online = [],
  req,
  source,
  tenant,
}: ReplaceArgs): Promise<DocumentKey[]> => {
  const previous = await findUseRows({ field: 'source', keys: [source], req })
  const current = new Set([...online, ...draft])
  const left = [...previous.map(({ target }) => target), ...held].filter(
    (target) => !current.has(target),
  )
  const wanted: Use[] = [
    ...online.map((target): Use => ({ target, state: 'online', exposure })),
    ...draft.map((target): Use => ({ target, state: 'draft', exposure: 'none' })),
    ...(hasVersions ? [...new Set(left)] : []).map((target): Use => ({
      target,
      state: 'earlier',
      exposure: 'none',
    })),
  ]
  const outdated = previous.filter((row) => !wanted.some((use) => isSame(row, use)))
  const added = wanted.filter((use) => !previous.some((row) => isSame(row, use)))
  // An organisation under NDA keeps its logo from everybody, whatever else uses it.
  const kept = isOfOrganisation(source) ? [...current] : []
  const affected = [...new Set([...[...outdated, ...added].map(({ target }) => target), ...kept])]
  if (affected.length === 0) {
    return []
  }
  const files = await lock({ req, targets: affected })
  await deleteUseRows({ ids: outdated.map(({ id }) => id), req })
  for (const use of added) {
    if (files.has(use.target)) {
      await req.payload.db.create({
        collection: 'media-references',
        data: { tenant, source, ...use },
        req,
      })
    }
  }
  await updateTargets({ files, req, tenant })
  return affected.filter((target) => !files.has(target))
}

const isOfOrganisation = (source: DocumentKey): boolean =>
  parseKey(source).collection === 'organisations'

const isSame = (a: Use, b: Use): boolean =>
  a.target === b.target && a.state === b.state && a.exposure === b.exposure

/** Rows by the documents that use files, or by the files. Under the capability `trackMediaUse`. */
export const findUseRows = async ({
  field,
  keys,
  req,
}: {
  field: 'source' | 'target'
  keys: DocumentKey[]
  req: PayloadRequest
}): Promise<UseRow[]> => {
  const { docs } = await req.payload.db.find<UseRow>({
    collection: 'media-references',
    limit: 0,
    pagination: false,
    req,
    where: { [field]: { in: keys } },
  })
  return docs
}

export const deleteUseRows = async ({
  ids,
  req,
}: {
  ids: string[]
  req: PayloadRequest
}): Promise<void> => {
  if (ids.length > 0) {
    await req.payload.db.deleteMany({
      collection: 'media-references',
      req,
      where: { id: { in: ids } },
    })
  }
}

type Files = Map<DocumentKey, { exposure: Exposure; uses: number }>

const lock = async ({
  req,
  targets,
}: {
  req: PayloadRequest
  targets: DocumentKey[]
}): Promise<Files> => {
  const files: Files = new Map()
  for (const collection of FILE_COLLECTIONS) {
    const ids = targets
      .map(parseKey)
      .filter((target) => target.collection === collection)
      .map(({ id }) => id)
    for (const { exposure, id, uses } of await lockFiles({ collection, ids, req })) {
      files.set(`${collection}:${id}`, { exposure, uses })
    }
  }
  return files
}

/** Writes what follows from the rows onto the files, where it is not there yet. */
const updateTargets = async ({
  files,
  req,
  tenant,
}: {
  files: Files
  req: PayloadRequest
  tenant: string
}): Promise<void> => {
  const rows = await findUseRows({ field: 'target', keys: [...files.keys()], req })
  const withheld = await findWithheldLogos({ req, targets: [...files.keys()] })
  for (const [target, file] of files) {
    const own = rows.filter((row) => row.target === target)
    const exposure = withheld.has(target) ? 'none' : widest(own)
    const uses = new Set(own.filter(({ state }) => state !== 'earlier').map(({ source }) => source))
      .size
    if (exposure !== file.exposure || uses !== file.uses) {
      const { collection, id } = parseKey(target)
      rememberStored({ id, req, stored: { exposure: file.exposure, tenant } })
      await req.payload.db.updateMany({
        collection: collection as (typeof FILE_COLLECTIONS)[number],
        // A draft that uses it leaves no trace that others see: `null` keeps the time of the last change.
        data: { exposure, uses, ...(exposure === file.exposure ? { updatedAt: null } : {}) },
        req,
        returning: false,
        where: { id: { equals: id } },
      })
      if (exposure !== file.exposure) {
        await queueFileWork({ req, task: 'deliverFile', input: { collection, id, tenant } })
      }
    }
  }
}

const widest = (rows: UseRow[]): Exposure => {
  const levels = rows.map(({ exposure }) => exposure)
  return levels.includes('public') ? 'public' : levels.includes('link') ? 'link' : 'none'
}
