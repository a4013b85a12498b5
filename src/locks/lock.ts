// A lock as Payload keeps it, and how long one holds.
import type { Payload } from 'payload'

export const LOCKS = 'payload-locked-documents'

/** What `payload.db` returns of one: relationships are ids. */
export type Lock = {
  id: string
  createdAt: string
  updatedAt: string
  document?: { relationTo: string; value: string } | null
  user?: { relationTo: string; value: string } | null
}

/** Payload's default, where a collection sets no duration of its own. */
const DEFAULT_SECONDS = 300

const lockDurationMs = (payload: Payload, collection: string): number => {
  const setting =
    payload.collections[collection as keyof Payload['collections']]?.config.lockDocuments
  return (typeof setting === 'object' ? setting.duration : DEFAULT_SECONDS) * 1000
}

/** Whether it still holds. One that has not been renewed for its duration is as good as gone. */
export const isFresh = ({
  lock,
  now = Date.now(),
  payload,
}: {
  lock: Lock
  now?: number
  payload: Payload
}): boolean =>
  now - new Date(lock.updatedAt).getTime() <=
  lockDurationMs(payload, lock.document?.relationTo ?? '')
