// A changed slug leaves a redirect, so that links and bookmarks go on working.
import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { readPublishedState, recallPublishedState } from '../published.ts'

/** @param pathOf The document's path below the tenant's site root. */
export const redirectOldAddress =
  ({ pathOf }: { pathOf: (slug: string) => string }): CollectionAfterChangeHook =>
  async ({ collection, doc, req }) => {
    const before = recallPublishedState({ id: doc.id, req })
    const tenant = tenantIdOf(doc.tenant)
    if (!before?.isPublished || before.slug === null || tenant === null) {
      return doc
    }
    const now = await readPublishedState({ collection: collection.slug, id: doc.id, req })
    if (now.isPublished && now.slug !== null && now.slug !== before.slug) {
      const move = { from: pathOf(before.slug), to: pathOf(now.slug), req, tenant }
      await withCapability('moveAddress', tenant, () => moveAddress(move))
    }
    return doc
  }

type MoveAddressArgs = { from: string; to: string; req: PayloadRequest; tenant: string }

/** Trusted writes: the editor's right to publish is the right to move the address. */
const moveAddress = async ({ from, to, req, tenant }: MoveAddressArgs): Promise<void> => {
  const { payload } = req
  const ofTenant = { tenant: { equals: tenant } }
  // The new address is a page again: nothing may lead away from it, or visitors would go in circles.
  await payload.db.deleteMany({
    collection: 'redirects',
    req,
    where: { and: [ofTenant, { from: { in: [to, from] } }] },
  })
  // What led to the old address leads to the new one directly, without a second hop.
  const older = await payload.find({
    collection: 'redirects',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { and: [ofTenant, { to: { equals: from } }] },
  })
  for (const redirect of older.docs) {
    await payload.db.updateOne({ collection: 'redirects', id: redirect.id, data: { to }, req })
  }
  await payload.db.create({
    collection: 'redirects',
    data: { tenant, from, to, permanent: true },
    req,
  })
}
