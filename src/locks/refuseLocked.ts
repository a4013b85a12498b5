// A locked document answers 423, and says whose lock it is. Payload's own sentence names the
// document's id and nobody.
import { APIError, type CollectionBeforeOperationHook, type Payload } from 'payload'
import { currentUserId } from '../../plugins/row-level-security/index.ts'
import { nameOfHolder } from './holder.ts'
import { isFresh, LOCKS, type Lock } from './lock.ts'

/**
 * The lock of a document that somebody else holds, and which has not run out.
 *
 * Only for those who may update the document: its name is told to nobody else.
 */
export const refuseWhenLocked = async ({
  collection,
  id,
  payload,
  userId,
}: {
  collection: string
  id: string
  payload: Payload
  userId: string
}): Promise<void> => {
  const { docs } = await payload.db.find<Lock>({
    collection: LOCKS,
    limit: 1,
    pagination: false,
    where: {
      and: [
        { 'document.relationTo': { equals: collection } },
        { 'document.value': { equals: id } },
      ],
    },
    sort: ['-updatedAt'],
  })
  await refuseForLock({ lock: docs[0], payload, userId })
}

/**
 * Lets Payload's check before each write say our sentence: it looks the lock up, by the arguments
 * below and after it has asked for access, and would throw its own.
 */
export const nameHoldersInRefusals = (payload: Payload): void => {
  const { db } = payload
  const find = db.find.bind(db) as (args: FindArgs) => Promise<{ docs: Lock[] }>
  db.find = (async (args: FindArgs) => {
    const result = await find(args)
    const userId = currentUserId()
    if (isLockCheck(args) && userId !== null) {
      await refuseForLock({ lock: result.docs[0], payload, userId })
    }
    return result
  }) as never
}

type FindArgs = {
  collection: string
  limit?: number
  pagination?: boolean
  req?: unknown
  sort?: unknown
}

/** As payload/dist/utilities/checkDocumentLockStatus.js asks. */
const isLockCheck = ({ collection, limit, pagination, req, sort }: FindArgs): boolean =>
  collection === LOCKS &&
  limit === 1 &&
  pagination === false &&
  req === undefined &&
  sort === '-updatedAt'

const refuseForLock = async ({
  lock,
  payload,
  userId,
}: {
  lock: Lock | undefined
  payload: Payload
  userId: string
}): Promise<void> => {
  const holder = lock?.user?.value
  if (!lock || !holder || holder === userId || !isFresh({ lock, payload })) {
    return
  }
  const name = (await nameOfHolder({ payload, userId: holder })) ?? 'Somebody'
  throw new APIError(lockedSentence({ name, since: lock.createdAt }), 423, { code: 'locked' }, true)
}

const lockedSentence = ({
  name,
  now = Date.now(),
  since,
}: {
  name: string
  now?: number
  since: string
}): string =>
  `${name} is editing this; they started ${agoOf(now - new Date(since).getTime())}. ` +
  'Wait until they are done, or take over in the admin.'

const agoOf = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) {
    return 'just now'
  }
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : [Math.floor(minutes / 60), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

/** GraphQL does not say whether a lock counts, and Payload then takes it that none does. */
export const honourLocks: CollectionBeforeOperationHook = ({ args, req }) => {
  const options = args as { overrideLock?: boolean }
  return req?.payloadAPI === 'GraphQL' && options.overrideLock === undefined
    ? { ...args, overrideLock: false }
    : args
}
