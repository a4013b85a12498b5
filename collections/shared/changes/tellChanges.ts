// Whatever is written passes the database adapter, so this is where changes are told: what hooks write beside a
// document, what jobs write and what is written in bulk like everything else.
import type { DatabaseAdapterObj, PayloadRequest, Where } from 'payload'
import { tenantIdOf } from '../../../access/principal.ts'
import { takeStored } from '../published.ts'
import { idsAsked } from '../reading/idsAsked.ts'
import { isFileCollection } from '../files.ts'
import { decidingFieldsOf, isShownCollection, UNSHOWN } from './deciding.ts'
import { commitAndTell, tellThrough, type Change, type TellingAdapter } from './notices.ts'
import { changesOf, changesOfSite, type Row } from './tagsOfChange.ts'

type Transaction = PayloadRequest['transactionID']
type Request = { context?: PayloadRequest['context']; transactionID?: Transaction }

type Args = {
  collection: string
  data?: Row
  id?: number | string
  limit?: number
  pagination?: boolean
  req?: Request
  returning?: boolean
  select?: object
  where?: Where
}

type Method<Result> = (this: unknown, args: Args) => Promise<Result>
type Stored = Row & { id: string }

type Adapter = TellingAdapter & {
  commitTransaction: (this: unknown, id: Transaction | null) => Promise<void>
  create: Method<Row | null>
  deleteMany: Method<void>
  deleteOne: Method<Row | null>
  find: Method<{ docs: Stored[] }>
  updateMany: Method<Row[] | null>
  updateOne: Method<Row | null>
}

/** The same database, which tells what its writes change for readers. Outside of whatever refuses a write. */
export const tellingChanges = <T extends DatabaseAdapterObj>(database: T): T => ({
  ...database,
  init: (args) => {
    const made = database.init(args)
    const adapter = made as unknown as Adapter
    tellAtCommit(adapter)
    tellWrites(adapter)
    return made
  },
})

const tellAtCommit = (adapter: Adapter): void => {
  const { commitTransaction } = adapter
  adapter.commitTransaction = async function (id) {
    await commitAndTell({
      adapter,
      commit: () => commitTransaction.call(this, id),
      transaction: await id,
    })
  }
}

const tellWrites = (adapter: Adapter): void => {
  const { create, deleteMany, deleteOne, updateMany, updateOne } = adapter
  const told = async ({ collection, req }: Args, states: readonly State[]): Promise<void> => {
    const changes = states.flatMap((state) => changesIn(collection, state))
    if (changes.length > 0) {
      await tellThrough({ adapter, changes, transaction: await req?.transactionID })
    }
  }

  adapter.create = async function (args) {
    const made = await create.call(this, args)
    await told(args, [{ before: null, after: { ...args.data, ...made } }])
    return made
  }
  adapter.updateOne = async function (args) {
    const before = await storedBefore(adapter, args)
    const updated = await updateOne.call(this, args)
    const isMade = before?.length === 0 && updated !== null
    // `null` as well when nothing was to be returned.
    if (updated !== null || args.returning === false) {
      await told(args, isMade ? [{ before: null, after: updated }] : statesAfter(args, before))
    }
    return updated
  }
  adapter.updateMany = async function (args) {
    const before = await storedBefore(adapter, args)
    const updated = await updateMany.call(this, args)
    await told(args, statesAfter(args, before))
    return updated
  }
  adapter.deleteOne = async function (args) {
    const isWhole = args.returning !== false && args.select === undefined
    const before = isWhole ? [] : await findStored(adapter, args)
    const deleted = await deleteOne.call(this, args)
    await told(args, (isWhole && deleted ? [deleted] : before).map(gone))
    return deleted
  }
  adapter.deleteMany = async function (args) {
    const before = await findStored(adapter, args)
    await deleteMany.call(this, args)
    await told(args, before.map(gone))
  }
}

/** `null` for what was not there before, and for what is gone after. */
type State = { before: Row | null; after: Row | null }

const gone = (row: Row): State => ({ before: row, after: null })

const changesIn = (collection: string, { after, before }: State): Change[] => {
  const id = idOf(after) ?? idOf(before)
  if (collection === 'tenants') {
    return changesOfSite({ tenant: id })
  }
  if (collection === 'domains') {
    return changesOfSite({ tenant: tenantIdOf(after?.tenant ?? before?.tenant) })
  }
  return isShownCollection(collection) ? changesOf({ after, before, collection, id }) : []
}

/** @returns the deciding fields of what is about to be updated; `null` where no reader sees the change. */
const storedBefore = async (adapter: Adapter, args: Args): Promise<Row[] | null> => {
  const { collection, data = {}, req } = args
  if (!isTold(collection) || Object.keys(data).every((name) => UNSHOWN.has(name))) {
    return null
  }
  const ids = args.id === undefined ? idsAsked(args.where) : [String(args.id)]
  const known = (ids ?? []).map((id) => knownOf({ collection, data, id, req }))
  return ids !== null && known.every((row) => row !== undefined)
    ? known.map((row, index) => ({ ...row, id: ids[index] }))
    : findStored(adapter, args)
}

/** What is known of a document without asking for it. */
const knownOf = ({
  collection,
  data,
  id,
  req,
}: Pick<Args, 'collection' | 'req'> & { data: Row; id: string }): Row | undefined => {
  const remembered = req?.context && takeStored({ id, req: { context: req.context } })
  if (collection === 'tenants') {
    return {}
  }
  // Whoever leaves its exposure alone does not hold the file, and somebody may be showing it at this moment.
  const isOfFileAlone = isFileCollection(collection) && !('exposure' in data)
  return isOfFileAlone ? { exposure: 'public', ...remembered } : remembered
}

const statesAfter = ({ data }: Args, before: Row[] | null): State[] =>
  (before ?? []).map((row) => ({ before: row, after: { ...row, ...data, id: row.id } }))

const findStored = async (adapter: Adapter, { collection, id, limit, req, where }: Args) => {
  if (!isTold(collection)) {
    return []
  }
  const { docs } = await adapter.find({
    collection,
    limit: limit ?? 0,
    pagination: false,
    select: isShownCollection(collection) ? decidingFieldsOf(collection) : { tenant: true },
    where: id === undefined ? where : { id: { equals: id } },
    ...(req ? { req } : {}),
  })
  return docs
}

const isTold = (collection: string): boolean =>
  collection === 'tenants' || collection === 'domains' || isShownCollection(collection)

const idOf = (row: Row | null): string | null => (typeof row?.id === 'string' ? row.id : null)
