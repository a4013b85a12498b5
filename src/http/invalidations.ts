// Hears from every other process that something which visitors can see has changed, and passes it on.
import { PROCESS } from '../../collections/shared/changes/notices.ts'
import { parseNotice, type Notice } from '../../collections/shared/changes/notice.ts'
import { INVALIDATION_CHANNEL } from '../../collections/shared/invalidation.ts'
import { startListener, type Listener } from '../database/listener.ts'

export type Invalidations = Listener

/**
 * @param onNotice Called with the tags of each notification. Anybody who may connect may notify: what is malformed is
 *   ignored.
 * @param onGap Called after a lost connection came back: everything counts as changed.
 */
export const listenForInvalidations = ({
  databaseUrl,
  onError,
  onGap,
  onNotice,
  self = PROCESS,
}: {
  databaseUrl: string
  onError: (err: unknown) => void
  onGap: () => void
  onNotice: (notice: Notice) => void
  /** Who listens: what that process says it has heard already. Default: this one. */
  self?: string
}): Promise<Invalidations> =>
  startListener({
    channel: INVALIDATION_CHANNEL,
    databaseUrl,
    onError,
    onGap,
    onNotification: (payload) => {
      const notice = parseNotice(payload)
      if (notice && notice.from !== self) {
        onNotice(notice)
      }
    },
  })
