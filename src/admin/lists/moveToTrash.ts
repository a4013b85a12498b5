// Moves several documents to the trash; the first refusal is what is told.
import { request, type Answer } from '../forms/request.ts'

/**
 * @param documents Their ids, by collection.
 * @returns How many were moved: what something points at may be kept instead, see src/admin/references.
 */
export const moveToTrash = async (
  documents: Record<string, readonly string[]>,
): Promise<Answer<number>> => {
  const deletedAt = new Date().toISOString()
  let moved = 0
  for (const [collection, ids] of Object.entries(documents)) {
    if (ids.length === 0) {
      continue
    }
    const where = ids.map((id, index) => `where[id][in][${index}]=${id}`).join('&')
    const { data, refused } = await request<{ docs: unknown[] }>({
      method: 'PATCH',
      path: `/api/${collection}?${where}&limit=0&depth=0`,
      body: { deletedAt },
    })
    if (refused) {
      return { data: null, refused }
    }
    moved += data.docs.length
  }
  return { data: moved, refused: null }
}
