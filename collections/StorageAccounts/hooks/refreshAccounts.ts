// Every process keeps the accounts in memory; each is told when one has changed.
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { tell } from '../../shared/changes/notices.ts'
import { ACCOUNTS_TAG } from '../../shared/invalidation.ts'

export const refreshAccounts: CollectionAfterChangeHook = async ({ doc, req }) => {
  await tell({ req, tenant: null, content: [ACCOUNTS_TAG] })
  return doc
}

export const refreshDeletedAccounts: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await tell({ req, tenant: null, content: [ACCOUNTS_TAG] })
  return doc
}
