// A document's life: publishing, taking offline, trashing and bringing back each take a right of
// their own, and whoever may change only his own drafts may not change what is online.
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type PayloadRequest,
} from 'payload'
import { canInTenant } from '../../../access/compile.ts'
import { principalOf, tenantIdOf } from '../../../access/principal.ts'
import type { Action, TenantCollection } from '../../../access/rules.ts'
import { readPublishedState, recallPublishedState } from '../published.ts'
import { isTrusted } from '../trusted.ts'

/** Runs after `rememberPublished`, which notes what is online. */
export const guardLife: CollectionBeforeChangeHook = ({ collection, data, originalDoc, req }) => {
  if (isTrusted(req)) {
    return data
  }
  const may = ask({ req, slug: collection.slug, tenant: data.tenant ?? originalDoc?.tenant })
  if (data._status === 'published') {
    may(
      'publish',
      'Your role does not include publishing. Save the draft and ask an editor to publish it.',
    )
  }
  const id: unknown = originalDoc?.id
  const wasOnline = typeof id === 'string' && recallPublishedState({ id, req })?.isPublished
  if (wasOnline) {
    may('updateAny', 'This is online. Ask an editor to change it.')
  }
  if (collection.trash && originalDoc) {
    const isTrashed = Boolean(data.deletedAt)
    const wasTrashed = Boolean(originalDoc.deletedAt)
    const isOwnDraft =
      !wasOnline && tenantIdOf(originalDoc.createdBy) === principalOf(req.user).userId
    if (isTrashed && !wasTrashed && !(isOwnDraft && may.ask('trashOwn'))) {
      may('trash', 'Your role does not include deleting this. Ask an editor.')
    }
    if (!isTrashed && wasTrashed) {
      may('restore', 'Your role does not include bringing back what was deleted. Ask an editor.')
    }
  }
  return data
}

/** What was online and no longer is was taken offline, however that was asked for. */
export const guardUnpublish: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const before = recallPublishedState({ id: doc.id, req })
  if (isTrusted(req) || !before?.isPublished || doc.deletedAt) {
    return doc
  }
  const now = await readPublishedState({ collection: collection.slug, id: doc.id, req })
  if (!now.isPublished) {
    ask({ req, slug: collection.slug, tenant: doc.tenant })(
      'unpublish',
      'Your role does not include taking something offline. Ask an editor.',
    )
  }
  return doc
}

const CODES: Partial<Record<Action, string>> = {
  publish: 'publish_not_allowed',
  unpublish: 'unpublish_not_allowed',
  updateAny: 'update_not_allowed',
  trash: 'trash_not_allowed',
  restore: 'restore_not_allowed',
}

const ask = ({ req, slug, tenant }: { req: PayloadRequest; slug: string; tenant: unknown }) => {
  const has = (action: Action): boolean =>
    canInTenant({
      principal: principalOf(req.user),
      collection: slug as TenantCollection,
      action,
      tenant,
    })
  const demand = (action: Action, sentence: string): void => {
    if (!has(action)) {
      throw new APIError(sentence, 403, { code: CODES[action] ?? 'not_allowed' }, true)
    }
  }
  return Object.assign(demand, { ask: has })
}
