// A file that something uses is not deleted: neither from under what readers see, nor from a draft,
// nor from an earlier version, which would come back with a gap.
import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { findUses, type FileUse, type FileUses } from '../../Media/queries/findUses.ts'
import type { FileCollection } from '../files.ts'
import { lockFiles } from '../lockFiles.ts'

/** `req.context` names the tenant that goes as a whole: what would have used its files goes too. */
export const DELETED_TENANT = 'deletedTenant'

export const keepUsedFile: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const slug = collection.slug as FileCollection
  const file = String(id)
  const doc = await req.payload.db.findOne<{ id: string; tenant?: unknown }>({
    collection: slug,
    req,
    select: { tenant: true },
    where: { id: { equals: file } },
  })
  const tenant = tenantIdOf(doc?.tenant)
  if (tenant === null || req.context[DELETED_TENANT] === tenant) {
    return
  }
  // Until the end of the transaction nobody else begins to use it; who just did is waited for.
  await withCapability('trackMediaUse', tenant, () =>
    lockFiles({ collection: slug, forDeletion: true, ids: [file], req }),
  )
  const found = await findUses({ collection: slug, id: file, req })
  if (found.uses.length + found.hidden > 0) {
    throw new APIError(
      sentenceFor(found),
      409,
      { code: 'file_in_use', hidden: found.hidden, places: found.uses },
      true,
    )
  }
}

const MOST_NAMED = 3

const sentenceFor = ({ hidden, uses }: FileUses): string => {
  const current = uses.filter(({ state }) => state !== 'earlier')
  if (current.length > 0) {
    const { isOne, names } = enumerate({ more: uses.length - current.length + hidden, current })
    return `${names} ${isOne ? 'shows' : 'show'} this file. Take it out there first.`
  }
  if (uses.length > 0) {
    const { isOne, names } = enumerate({ more: hidden, current: uses })
    return isOne
      ? `An earlier version of ${names} shows this file, and restoring it would show a gap. Keep the file, or delete ${names} for good first.`
      : `Earlier versions of ${names} show this file, and restoring one would show a gap. Keep the file, or delete these for good first.`
  }
  return hidden === 1
    ? 'Something that your role does not let you read shows this file. Ask an admin to take it out there first.'
    : `${hidden} documents that your role does not let you read show this file. Ask an admin to take it out there first.`
}

const enumerate = ({
  current,
  more,
}: {
  current: FileUse[]
  more: number
}): { isOne: boolean; names: string } => {
  const named = current.slice(0, MOST_NAMED).map(nameOf)
  const rest = current.length - named.length + more
  const all = rest > 0 ? [...named, `${rest} more`] : named
  const last = all.at(-1) ?? ''
  return {
    isOne: all.length === 1,
    names: all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`,
  }
}

const nameOf = ({ isInTrash, title }: FileUse): string =>
  isInTrash ? `“${title}” in the trash` : `“${title}”`
