/** The documents that are here from imports before this one, and which of them are of this source. */
import type { CollectionSlug } from 'payload'

import type { ImportedDocument } from '../types.ts'
import type { KnownDocument } from './content.ts'
import type { WriteSession } from './session.ts'

import { clip } from '../convert/limits.ts'
import { refusal } from '../error-codes.ts'
import { MOST_TITLE } from './study.ts'

/** What a migration calls the source of documents from before sources had names. */
export const EARLIER_SOURCE = 'earlier-imports'

/** Tells documents of all sources apart. */
export const identityOf = ({ key, source }: { key: string; source: string }): string =>
  `${source}\n${key}`

type Row = {
  id: string
  collection: string
  origin: { hash?: string; key: string; source: string }
  slug: string
  title: string
}

/**
 * What earlier imports brought, so that links to it become references at once.
 *
 * @returns `adopted`: the sources that the documents from before are of
 * @throws ImportRefusal when what is here under the same name is of another site
 */
export const knownDocuments = async ({
  isGiven,
  session,
}: {
  /** Somebody has said what the source is called. */
  isGiven: boolean
  session: WriteSession
}): Promise<{ adopted: Set<string>; known: Map<string, KnownDocument> }> => {
  const rows = await findImported(session)
  const byIdentity = new Map(rows.map((row) => [identityOf(row.origin), row]))
  const { documents } = session.source
  const adopted = new Set<string>()
  for (const source of new Set(documents.map((document) => document.source))) {
    const own = documents.filter((document) => document.source === source)
    const pairs = (name: string): Array<[ImportedDocument, Row]> =>
      own.flatMap((document): Array<[ImportedDocument, Row]> => {
        const row = byIdentity.get(identityOf({ key: document.key, source: name }))
        return row ? [[document, row]] : []
      })
    const here = pairs(source)
    if (!isGiven && here.length > 0 && !here.some(isAlike)) {
      throw refusal({ code: 'SOURCE_LOOKS_DIFFERENT', detail: source })
    }
    // Titles are equal in many sites, so only unchanged sources tell whose the earlier ones are.
    const earlier = pairs(EARLIER_SOURCE)
    if (earlier.length > 0 && earlier.filter(isUnchanged).length * 2 >= earlier.length) {
      adopted.add(source)
      earlier.forEach(([document, row]) => byIdentity.set(identityOf(document), row))
    }
  }
  return {
    adopted,
    known: new Map(
      [...byIdentity].map(([identity, { collection, id, slug }]) => [
        identity,
        { collection, id, slug },
      ]),
    ),
  }
}

const isUnchanged = ([{ sourceHash }, { origin }]: [ImportedDocument, Row]): boolean =>
  origin.hash?.split(':')[1] === sourceHash

const isAlike = ([document, row]: [ImportedDocument, Row]): boolean =>
  isUnchanged([document, row]) || row.title === clip(document.title, MOST_TITLE)

const findImported = async (session: WriteSession): Promise<Row[]> => {
  const rows: Row[] = []
  for (const collection of [session.port.slugs.caseStudies, session.port.slugs.pages]) {
    const { docs } = await session.payload.find({
      collection: collection as CollectionSlug,
      depth: 0,
      draft: true,
      locale: session.locale as never,
      overrideAccess: session.user === undefined,
      pagination: false,
      select: { origin: true, slug: true, title: true } as never,
      where: {
        and: [{ tenant: { equals: session.tenantId } }, { 'origin.key': { exists: true } }],
      },
      ...(session.user ? { user: session.user } : {}),
    })
    for (const doc of docs as unknown as Array<{
      id: string
      origin?: { hash?: string; key?: string; source?: string }
      slug?: string
      title?: string
    }>) {
      const { hash, key, source } = doc.origin ?? {}
      if (key) {
        rows.push({
          collection,
          id: doc.id,
          origin: { hash, key, source: source ?? '' },
          slug: doc.slug ?? '',
          title: doc.title ?? '',
        })
      }
    }
  }
  return rows
}
