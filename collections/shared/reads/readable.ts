// Which documents a caller may read: one query for a collection and a request, however many ask.
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { isUuid } from '../isUuid.ts'
import type { Reference } from './walk.ts'

/** Collection → id → whether it may be read. */
type Answers = Map<string, Map<string, Promise<boolean>>>

/** By the context of a request, which GraphQL's resolvers and nested reads share, and the asker. */
const known = new WeakMap<object, Map<unknown, Answers>>()

/**
 * Asks the read rules of each collection about the documents that references point at.
 *
 * @returns Whether a reference may be read. What was not asked about may not.
 */
export const findReadable = async ({
  references,
  req,
}: {
  references: Reference[]
  req: PayloadRequest
}): Promise<(reference: Reference) => boolean> => {
  const answers = answersOf(req)
  const wanted = new Map<string, Set<string>>()
  for (const { id, relationTo } of references) {
    wanted.set(relationTo, (wanted.get(relationTo) ?? new Set()).add(id))
  }
  const readable = new Map<string, Set<string>>()
  await Promise.all(
    [...wanted].map(async ([collection, ids]) => {
      readable.set(collection, await ask({ answers, collection, ids: [...ids], req }))
    }),
  )
  return ({ id, relationTo }) => readable.get(relationTo)?.has(id) ?? false
}

const answersOf = (req: PayloadRequest): Answers => {
  const askers = known.get(req.context) ?? new Map<unknown, Answers>()
  known.set(req.context, askers)
  const asker = req.user ?? null
  const answers = askers.get(asker) ?? new Map<string, Map<string, Promise<boolean>>>()
  askers.set(asker, answers)
  return answers
}

const ask = async ({
  answers,
  collection,
  ids,
  req,
}: {
  answers: Answers
  collection: string
  ids: string[]
  req: PayloadRequest
}): Promise<Set<string>> => {
  const ofCollection = answers.get(collection) ?? new Map<string, Promise<boolean>>()
  answers.set(collection, ofCollection)
  const open = ids.filter((id) => !ofCollection.has(id))
  if (open.length > 0) {
    const finding = query({ collection, ids: open, req })
    open.forEach((id) =>
      ofCollection.set(
        id,
        finding.then((found) => found.has(id)),
      ),
    )
  }
  const answered = await Promise.all(
    ids.map(async (id) => ({ id, isReadable: (await ofCollection.get(id)) ?? false })),
  )
  return new Set(answered.filter(({ isReadable }) => isReadable).map(({ id }) => id))
}

const query = async ({
  collection,
  ids,
  req,
}: {
  collection: string
  ids: string[]
  req: PayloadRequest
}): Promise<Set<string>> => {
  const config = req.payload.collections[collection as CollectionSlug]?.config
  const asked = ids.filter(isUuid)
  if (!config || asked.length === 0) {
    return new Set()
  }
  const access = await config.access.read({ req })
  if (!access) {
    return new Set()
  }
  const where: Where[] = [
    { id: { in: asked } },
    ...(access === true ? [] : [access]),
    ...(config.trash ? [{ deletedAt: { exists: false } }] : []),
  ]
  // Distinct ids are one statement, without the default order; a find is two, with it.
  const { values } = await req.payload.db.findDistinct({
    collection: collection as CollectionSlug,
    field: 'id',
    req,
    where: { and: where },
  })
  return new Set(values.map(({ id }) => String(id)))
}
