// The documents of which only an earlier version uses a file. A row says that some version might:
// autosave writes over versions, and old ones are dropped; what none holds any more is forgotten here.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { deleteUseRows, findUseRows } from '../../shared/fileUses.ts'
import { keyOf, parseKey, type DocumentKey, type FileCollection } from '../../shared/files.ts'
import { filesOfVersions } from '../../shared/versionFiles.ts'

type FindEarlierUsesArgs = {
  collection: FileCollection
  id: string
  req: PayloadRequest
  /** The tenant of the file. */
  tenant: string
}

/** @returns the documents, as `<collection>:<id>`, whoever may read them. */
export const findEarlierUses = ({
  collection,
  id,
  req,
  tenant,
}: FindEarlierUsesArgs): Promise<DocumentKey[]> =>
  withCapability('trackMediaUse', tenant, async () => {
    const target = keyOf(collection, id)
    const rows = await findUseRows({ field: 'target', keys: [target], req })
    const found: DocumentKey[] = []
    const outdated: string[] = []
    for (const row of rows.filter(({ state }) => state === 'earlier')) {
      if (await isHeld({ req, source: row.source, target })) {
        found.push(row.source)
      } else {
        outdated.push(row.id)
      }
    }
    await deleteUseRows({ ids: outdated, req })
    return found
  })

type IsHeldArgs = { req: PayloadRequest; source: DocumentKey; target: DocumentKey }

const isHeld = async ({ req, source, target }: IsHeldArgs): Promise<boolean> => {
  const { collection, id } = parseKey(source)
  const slug = collection as CollectionSlug
  for await (const files of filesOfVersions({ id, req, slug })) {
    if (files.includes(target)) {
      return true
    }
  }
  return false
}
