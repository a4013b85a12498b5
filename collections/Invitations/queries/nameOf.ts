// What a document is called, for a sentence that mentions it.
import type { PayloadRequest } from 'payload'

export const nameOf = async ({
  collection,
  id,
  req,
}: {
  collection: 'roles' | 'tenants' | 'users'
  id: string | null
  req: PayloadRequest
}): Promise<string | null> => {
  const found =
    id === null
      ? null
      : await req.payload.db.findOne<{ name: string; id: string }>({
          collection,
          req,
          where: { id: { equals: id } },
        })
  return found?.name ?? null
}
