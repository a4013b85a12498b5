// Hears from every process that something which visitors can see has changed, and passes it on.
import { INVALIDATION_CHANNEL } from '../../collections/shared/invalidation.ts'
import { startListener, type Listener } from '../database/listener.ts'

export type Invalidations = Listener

/**
 * @param onTags Called with the cache tags of each notification.
 * @param onGap Called after a lost connection came back: everything counts as changed.
 */
export const listenForInvalidations = ({
  databaseUrl,
  onError,
  onGap,
  onTags,
}: {
  databaseUrl: string
  onError: (err: unknown) => void
  onGap: () => void
  onTags: (tags: string[]) => void
}): Promise<Invalidations> =>
  startListener({
    channel: INVALIDATION_CHANNEL,
    databaseUrl,
    onError,
    onGap,
    onNotification: (payload) => {
      const tags = parseTags(payload)
      if (tags.length > 0) {
        onTags(tags)
      }
    },
  })

/** Anybody who may connect may notify: what is not a list of tags is ignored. */
const parseTags = (payload: string): string[] => {
  try {
    const parsed: unknown = JSON.parse(payload)
    return Array.isArray(parsed)
      ? parsed.filter((tag): tag is string => typeof tag === 'string')
      : []
  } catch {
    return []
  }
}
