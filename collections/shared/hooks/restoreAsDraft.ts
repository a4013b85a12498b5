// An earlier version comes back as a draft, whatever it was: Payload's hooks and checks would otherwise see
// the status that it had, and the trash in which it may have lain.
import type { CollectionBeforeValidateHook } from 'payload'
import { writingOf } from '../writing.ts'

export const restoreAsDraft: CollectionBeforeValidateHook = ({ collection, data, req }) =>
  writingOf({ req, slug: collection.slug }).isRestore
    ? { ...data, _status: 'draft', ...(collection.trash ? { deletedAt: null } : {}) }
    : data
