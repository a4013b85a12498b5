// A changed slug leaves a redirect, so that links and bookmarks go on working.
import type { CollectionAfterChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { withCapability } from '../../../access/claims.ts'
import { tenantIdOf } from '../../../access/principal.ts'
import { readPublishedState, recallPublishedState } from '../published.ts'

/** @param pathOf The document's path below the tenant's site root. */
export const redirectOldAddress =
  ({ pathOf }: { pathOf: (slug: string) => string }): CollectionAfterChangeHook =>
  async ({ collection, doc, operation, req }) => {
    const tenant = tenantIdOf(doc.tenant)
    if (operation !== 'update' || tenant === null) {
      return doc
    }
    const before = recallPublishedState({ id: doc.id, req })
    const now = await readPublishedState({ collection: collection.slug, id: doc.id, req })
    if (!before || !now.isPublished || now.slug === null) {
      return doc
    }
    const slug = now.slug
    const here = { collection: collection.slug, id: doc.id, req, slug, tenant }
    await withCapability('moveAddress', tenant, async () => {
      // Taken offline, renamed and published again: the last slug that readers knew is in a version.
      const old = before.isPublished ? before.slug : await findLastPublishedSlug(here)
      if (old !== null && old !== slug && !(await isTaken({ ...here, slug: old }))) {
        await moveAddress({ from: pathOf(old), to: pathOf(slug), req, tenant })
      }
    })
    return doc
  }

type Here = {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
  slug: string
  tenant: string
}

const findLastPublishedSlug = async ({
  collection,
  id,
  req,
  slug,
}: Here): Promise<string | null> => {
  const { docs } = await req.payload.db.findVersions<{ slug?: string | null }>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: {
      and: [
        { parent: { equals: id } },
        { 'version._status': { equals: 'published' } },
        { 'version.slug': { not_equals: slug } },
      ],
    },
  })
  return docs[0]?.version.slug ?? null
}

/** What another document is called now, nobody is led away from. */
const isTaken = async ({ collection, id, req, slug, tenant }: Here): Promise<boolean> => {
  const other = await req.payload.db.findOne({
    collection,
    req,
    where: {
      and: [{ slug: { equals: slug } }, { tenant: { equals: tenant } }, { id: { not_equals: id } }],
    },
  })
  return other !== null
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
    where: {
      and: [ofTenant, { from: { in: [to, from, ...(await inEachLanguage({ to, req, tenant }))] } }],
    },
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

const inEachLanguage = async ({
  req,
  tenant,
  to,
}: Omit<MoveAddressArgs, 'from'>): Promise<string[]> => {
  const found = await req.payload.db.findOne<{ id: string; locales?: string[] }>({
    collection: 'tenants',
    req,
    where: { id: { equals: tenant } },
  })
  return (found?.locales ?? []).map((locale) => `/${locale}${to}`)
}
