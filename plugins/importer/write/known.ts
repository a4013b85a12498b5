/** The documents that are here from imports before this one. */
import type { CollectionSlug } from 'payload'

import type { KnownDocument } from './content.ts'
import type { WriteSession } from './session.ts'

/** What earlier imports brought, so that links to it become references at once. */
export const knownDocuments = async ({
  session,
}: {
  session: WriteSession
}): Promise<Map<string, KnownDocument>> => {
  const known = new Map<string, KnownDocument>()
  for (const collection of [session.port.slugs.caseStudies, session.port.slugs.pages]) {
    const { docs } = await session.payload.find({
      collection: collection as CollectionSlug,
      depth: 0,
      draft: true,
      overrideAccess: session.user === undefined,
      pagination: false,
      select: { origin: true, slug: true } as never,
      where: {
        and: [{ tenant: { equals: session.tenantId } }, { 'origin.key': { exists: true } }],
      },
      ...(session.user ? { user: session.user } : {}),
    })
    for (const doc of docs as unknown as Array<{
      id: string
      origin?: { key?: string }
      slug?: string
    }>) {
      if (doc.origin?.key) {
        known.set(doc.origin.key, { collection, id: doc.id, slug: doc.slug ?? '' })
      }
    }
  }
  return known
}
