// The logos of organisations under NDA. They are shown nowhere, also where a study or a page uses them.
import type { PayloadRequest } from 'payload'
import { keyOf, parseKey, type DocumentKey } from './files.ts'

/** @returns those of the files that are one. Under the capability `trackMediaUse`. */
export const findWithheldLogos = async ({
  req,
  targets,
}: {
  req: PayloadRequest
  targets: DocumentKey[]
}): Promise<ReadonlySet<DocumentKey>> => {
  const ids = targets
    .map(parseKey)
    .flatMap(({ collection, id }) => (collection === 'media' ? id : []))
  if (ids.length === 0) {
    return new Set()
  }
  const { docs } = await req.payload.db.find<{ id: string; logo?: string | null }>({
    collection: 'organisations',
    limit: 0,
    pagination: false,
    req,
    select: { logo: true },
    where: { and: [{ confidential: { equals: true } }, { logo: { in: ids } }] },
  })
  return new Set(docs.flatMap(({ logo }) => (logo ? keyOf('media', logo) : [])))
}
