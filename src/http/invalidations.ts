// Listens for notices that readers would see a change, whichever process made it, and passes them
// on. Reconnects by itself; after a gap everything counts as changed.
import pg from 'pg'
import { INVALIDATION_CHANNEL } from '../../collections/shared/invalidation.ts'

const RETRY_MS = 2_000

export type Invalidations = { stop: () => Promise<void> }

/**
 * @param onTags Called with the cache tags of each notice.
 * @param onGap Called after a lost connection came back: notices may have been missed.
 */
export const listenForInvalidations = async ({
  databaseUrl,
  onError,
  onGap,
  onTags,
}: {
  databaseUrl: string
  onError: (err: unknown) => void
  onGap: () => void
  onTags: (tags: string[]) => void
}): Promise<Invalidations> => {
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let isStopped = false

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    next.on('notification', ({ payload }) => onTags(parseTags(payload)))
    next.on('error', onError)
    next.on('end', () => {
      if (!isStopped) {
        retry = setTimeout(() => void reconnect(), RETRY_MS)
      }
    })
    await next.connect()
    await next.query(`listen ${INVALIDATION_CHANNEL}`)
    client = next
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      onGap()
    } catch (err) {
      onError(err)
      retry = setTimeout(() => void reconnect(), RETRY_MS)
    }
  }
  await connect()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}

/** Every role of the database may send a notice. One that is not ours says nothing. */
const parseTags = (payload: string | undefined): string[] => {
  try {
    const parsed: unknown = payload ? JSON.parse(payload) : []
    return Array.isArray(parsed)
      ? parsed.filter((tag): tag is string => typeof tag === 'string')
      : []
  } catch {
    return []
  }
}
