// Who may fetch the files of pictures and documents by their names.
import type { Access, Where } from 'payload'
import { reachOf } from '../../access/compile.ts'
import { conditions } from '../../access/conditions.ts'
import { principalOf } from '../../access/principal.ts'

/**
 * Reads follow the rule table; fetching the file itself by its name is also open to whoever holds
 * the address of a file that a published page shows.
 */
export const readFiles =
  (collection: 'media' | 'documents'): Access =>
  ({ isReadingStaticFile, req }) => {
    const byRule = reachOf({
      actions: ['read', 'readInternal'],
      collection,
      principal: principalOf(req.user),
    })
    if (!isReadingStaticFile || byRule === true) {
      return byRule
    }
    const shownByLink: Where = conditions.shownByLink.where({
      now: new Date(),
      principal: principalOf(req.user),
    })
    return byRule === false ? shownByLink : { or: [byRule, shownByLink] }
  }
