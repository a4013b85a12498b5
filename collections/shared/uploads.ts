// Who may fetch the files of pictures and documents by their names.
import path from 'node:path'
import type { Access, Where } from 'payload'
import { reachOf } from '../../access/compile.ts'
import { principalOf } from '../../access/principal.ts'

/** Where files of a collection were kept before they had drivers; what is there is still served. */
export const uploadFolder = (collection: 'media' | 'documents'): string =>
  path.resolve(process.env.DATA_DIR || '.data', collection)

/**
 * Reads follow the rule table; fetching the file itself by its name is also open to whoever holds
 * the address of a file that a published page shows.
 */
export const readFiles =
  (collection: 'media' | 'documents'): Access =>
  ({ isReadingStaticFile, req }) => {
    const byRule = reachOf({
      actions: ['read', 'readDrafts'],
      collection,
      principal: principalOf(req.user),
    })
    if (!isReadingStaticFile || byRule === true) {
      return byRule
    }
    const shownByLink: Where = {
      and: [{ exposure: { in: ['link', 'public'] } }, { 'tenant.status': { equals: 'active' } }],
    }
    return byRule === false ? shownByLink : { or: [byRule, shownByLink] }
  }
