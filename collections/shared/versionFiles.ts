// Which files the kept versions of a document hold, one version after the other.
import type { CollectionSlug, PayloadRequest } from 'payload'
import { filesIn, type DocumentKey } from './files.ts'

/** Versions read at once; each may hold a long text in every language. */
const AT_ONCE = 20

type Version = { version: Record<string, unknown> }

/**
 * Reads with the rights of whoever asks; the newest version comes first.
 *
 * @yields the files of one version, in all locales.
 */
export async function* filesOfVersions({
  id,
  req,
  slug,
}: {
  id: string
  req: PayloadRequest
  slug: CollectionSlug
}): AsyncGenerator<DocumentKey[]> {
  const { fields } = req.payload.collections[slug].config
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.db.findVersions<Version['version']>({
      collection: slug,
      limit: AT_ONCE,
      locale: 'all',
      page,
      req,
      sort: '-updatedAt',
      where: { parent: { equals: id } },
    })
    for (const { version } of docs) {
      yield filesIn({ data: version, fields })
    }
    if (!hasNextPage) {
      return
    }
  }
}
