// What a piece of work tells this process, and writes of one tenant to look at.
import type { CollectionSlug, Payload } from 'payload'
import { onTold } from '../../collections/shared/changes/notices.ts'

export type Told = { content: string[]; access: string[] }

/** Each tag once, sorted, and without those that are no reader's. */
export const toldBy = async (work: () => Promise<unknown>): Promise<Told> => {
  const content = new Set<string>()
  const access = new Set<string>()
  const end = onTold((notice) => {
    notice.content.forEach((tag) => content.add(tag))
    notice.access.forEach((tag) => access.add(tag))
  })
  try {
    await work()
  } finally {
    end()
  }
  content.delete('files')
  return { content: [...content].sort(), access: [...access].sort() }
}

export const NOTHING: Told = { content: [], access: [] }

export type Data = Record<string, unknown>
export type Doc = Data & { id: string; slug?: string }

export type Writes = {
  create: (collection: CollectionSlug, data: Data) => Promise<Doc>
  update: (collection: CollectionSlug, id: string, data: Data, args?: object) => Promise<Doc>
  remove: (collection: CollectionSlug, id: string) => Promise<unknown>
  /** What is told of a document that appears or disappears, under the slugs that it had and has. */
  membership: (collection: string, id: string, slugs?: unknown[]) => string[]
  appearance: (collection: string, id: string, slugs?: unknown[]) => Told
}

/** As the platform's own code. */
export const writesOf = ({ payload, tenant }: { payload: Payload; tenant: string }): Writes => {
  const membership: Writes['membership'] = (collection, id, slugs = []) =>
    [
      id,
      `${collection}:*`,
      `${collection}:${tenant}`,
      `${collection}:${tenant}:*`,
      ...slugs.flatMap((slug) =>
        typeof slug === 'string' ? [`${collection}:${tenant}:${slug}`] : [],
      ),
    ].sort()
  return {
    create: (collection, data) =>
      payload.create({
        collection,
        data: { tenant, ...data } as never,
        overrideAccess: true,
      }) as unknown as Promise<Doc>,
    update: (collection, id, data, args = {}) =>
      payload.update({
        collection,
        id,
        data,
        overrideAccess: true,
        ...args,
      } as never) as unknown as Promise<Doc>,
    remove: (collection, id) => payload.delete({ collection, id, overrideAccess: true }),
    membership,
    appearance: (collection, id, slugs) => ({
      content: [],
      access: membership(collection, id, slugs),
    }),
  }
}
