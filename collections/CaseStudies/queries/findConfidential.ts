// The studies of clients under NDA, among those that the caller may read.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { withCapability } from '../../../access/claims.ts'

/** @returns their ids. */
export const findConfidential = async ({ req }: { req: PayloadRequest }): Promise<string[]> => {
  const find = async (collection: CollectionSlug, where: Where): Promise<string[]> => {
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection,
      limit: 0,
      pagination: false,
      req,
      select: {},
      where,
    })
    return docs.map(({ id }) => id)
  }
  const clients = await withCapability('mentionClients', '*', () =>
    find('organisations', { confidential: { equals: true } }),
  )
  return clients.length === 0 ? [] : find('case-studies', { client: { in: clients } })
}
