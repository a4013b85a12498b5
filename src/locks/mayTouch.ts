// Which documents a user may read as a member, or update. Locks follow their documents: those who may
// update one may lock it and see who works on it.
import type { PayloadRequest, Where } from 'payload'
import { reachOf } from '../../access/compile.ts'
import { principalOf } from '../../access/principal.ts'
import { allRules, type Action, type RuledCollection } from '../../access/rules.ts'

/** `read` is a member's reading: what the public sees of a document does not count. */
type Touch = 'read' | 'update'

type Args = { collection: string; req: PayloadRequest; touch: Touch }

/** Of some documents of a collection, the ids of those that the request's user may touch. */
export const touchable = async ({
  ids,
  ...args
}: Args & { ids: readonly string[] }): Promise<Set<string>> => {
  const { collection, req } = args
  const access = ids.length === 0 ? false : await accessTo(args)
  if (access === false) {
    return new Set()
  }
  const isAmong: Where = { id: { in: [...new Set(ids)] } }
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: collection as never,
    limit: 0,
    pagination: false,
    req,
    select: { id: true } as never,
    where: access === true ? isAmong : { and: [isAmong, access] },
  })
  return new Set(docs.map(({ id }) => id))
}

export const mayTouch = async ({ id, ...args }: Args & { id: string }): Promise<boolean> =>
  UUID.test(id) && (await touchable({ ...args, ids: [id] })).has(id)

/** Anything else is no id, and Postgres would not compare it with one. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const accessTo = async ({ collection, req, touch }: Args): Promise<boolean | Where> => {
  const config = req.payload.collections[collection as keyof typeof req.payload.collections]?.config
  if (!config || !req.user) {
    return false
  }
  if (touch === 'read' && collection in allRules) {
    return reachOf({
      actions: MEMBER_READS[collection as RuledCollection] ?? ['readInternal'],
      collection: collection as RuledCollection,
      principal: principalOf(req.user),
    })
  }
  // What Payload keeps for itself has no members, and lets everybody who is signed in.
  return collection in allRules || collection === 'users'
    ? config.access[touch]({ req })
    : principalOf(req.user).isOperator
}

/** Beside `readInternal`, which every member holds in their own tenants. */
const MEMBER_READS: Partial<Record<RuledCollection, Action[]>> = {
  // An agency's admins reach a client's record without a membership there.
  tenants: ['readInternal', 'manageClient'],
  memberships: ['readInternal', 'read'],
}
