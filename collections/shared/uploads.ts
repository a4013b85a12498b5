// What pictures and documents have in common as files: where they lie, what they are called, and
// who may fetch them.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import type { Access, CollectionBeforeOperationHook, Where } from 'payload'
import { reachOf } from '../../access/compile.ts'
import { principalOf } from '../../access/principal.ts'
import { slugify } from './slugify.ts'

/** Where uploaded files of a collection are kept. */
export const uploadFolder = (collection: 'media' | 'documents'): string =>
  path.resolve(process.env.DATA_DIR || '.data', collection)

/**
 * Gives every file a name of its own: readable, free of anything a path could abuse, and with 64
 * random bits, so that a name tells nobody what else there is and no two tenants collide.
 */
export const nameFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file) {
    const { name: stem, ext } = path.parse(path.basename(req.file.name))
    const suffix = randomBytes(8).toString('hex')
    req.file.name = `${slugify(stem).slice(0, 60) || 'file'}-${suffix}${ext.toLowerCase()}`
  }
  return args
}

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
