// The tags of what readers see. What is kept for readers carries the tags of all that was read for it, and a change
// tells the tags of what it changes: whatever carries one of them is made anew.

/** The channel on which every process hears of a change. */
export const INVALIDATION_CHANNEL = 'vitrine_invalidate'

/** Everything that a tenant's site shows. A document's own tag is its id. */
export const tenantTag = (tenant: string): string => `tenant:${tenant}`

/** The list of tenants and their domains. */
export const TENANTS_TAG = 'tenants'

/** Which documents of a collection readers find in a tenant, and in which order. */
export const membersTag = (collection: string, tenant: string): string => `${collection}:${tenant}`

/** Which document readers find under a slug. */
export const slugTag = (collection: string, tenant: string, slug: string): string =>
  `${collection}:${tenant}:${slug}`

/** Whether readers find any at all. No slug looks like this. */
export const presenceTag = (collection: string, tenant: string): string =>
  `${collection}:${tenant}:*`

/** Which documents of a collection readers find anywhere. */
export const everywhereTag = (collection: string): string => `${collection}:*`

/** Sent when jobs about files were queued: whoever hears it runs them. */
export const FILES_TAG = 'files'

/** The accounts that tenants keep files in. */
export const ACCOUNTS_TAG = 'accounts'
