// Every process keeps the accounts in memory; each is told when one has changed.
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { ACCOUNTS_TAG, invalidate } from '../../shared/invalidation.ts'

export const refreshAccounts: CollectionAfterChangeHook = async ({ doc, req }) => {
  await invalidate({ req, tags: [ACCOUNTS_TAG] })
  return doc
}

export const refreshDeletedAccounts: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await invalidate({ req, tags: [ACCOUNTS_TAG] })
  return doc
}
