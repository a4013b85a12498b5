// One LISTEN connection per process. Reconnects by itself, one attempt at a time, and notices when
// the connection has died without a word.
import { setImmediate as turnOfTheLoop, setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Listener = {
  /** Whether notifications arrive right now. */
  isListening: () => boolean
  stop: () => Promise<void>
}

type ListenerArgs = {
  databaseUrl: string
  channel: string
  /** Called with the payload of each notification on the channel. */
  onNotification: (payload: string) => void
  /** Called after a lost connection came back: notifications may have been missed. */
  onGap: () => void
  /** Called once when a connection is lost or an attempt fails, and for what `onNotification` throws. */
  onError: (err: unknown) => void
  /**
   * Milliseconds that connecting may take. Default 20,000: while a server starts, its thread is busy
   * for seconds at a time.
   */
  connectMs?: number
  /** Milliseconds between two heartbeats, and how long one may take. Default 5,000. */
  heartbeatMs?: number
  /** Milliseconds before the first attempt to reconnect; doubles up to `longestRetryMs`. Default 250. */
  retryMs?: number
  /** Default 2,000. */
  longestRetryMs?: number
}

/**
 * Listens on a channel until it is stopped.
 *
 * @throws when the first connection cannot be made.
 * @see https://www.postgresql.org/docs/current/sql-listen.html
 */
export const startListener = async ({
  connectMs = 20_000,
  heartbeatMs = 5_000,
  longestRetryMs = 2_000,
  onError,
  onGap,
  retryMs = 250,
  ...args
}: ListenerArgs): Promise<Listener> => {
  const stopping = new AbortController()
  let current: Connection | undefined = await connect({ ...args, connectMs, onError })

  /** One loop, so that there is never more than one connection or one attempt. */
  const keep = async (): Promise<void> => {
    let failures = 0
    while (!stopping.signal.aborted) {
      if (current) {
        const reason = await current.ended({ heartbeatMs, signal: stopping.signal })
        current.destroy()
        current = undefined
        if (stopping.signal.aborted) {
          return
        }
        onError(reason)
      }
      // Full jitter: processes that lost the same database do not all return in the same moment.
      const longest = Math.min(longestRetryMs, retryMs * 2 ** failures)
      await wait(Math.random() * longest, undefined, { signal: stopping.signal }).catch(() => null)
      if (stopping.signal.aborted) {
        return
      }
      try {
        current = await connect({ ...args, connectMs, onError })
        failures = 0
        onGap()
      } catch (err) {
        failures += 1
        onError(err)
      }
    }
  }

  const kept = keep()
  return {
    isListening: () => current !== undefined,
    stop: async () => {
      stopping.abort()
      await kept
      current?.destroy()
      current = undefined
    },
  }
}

type Connection = {
  /** Resolves with the reason once the connection is of no use any more, or when the signal aborts. */
  ended: (args: { heartbeatMs: number; signal: AbortSignal }) => Promise<unknown>
  /** Ends it without waiting for a server that may not answer. */
  destroy: () => void
}

const connect = async ({
  channel,
  connectMs,
  databaseUrl,
  onError,
  onNotification,
}: Pick<ListenerArgs, 'channel' | 'databaseUrl' | 'onError' | 'onNotification'> & {
  connectMs: number
}): Promise<Connection> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
  })
  const lost = new Promise<unknown>((resolve) => {
    client.on('error', resolve)
    client.on('end', () => resolve(new Error('The listening connection was closed.')))
  })
  const destroy = (): void => {
    client.removeAllListeners('notification')
    client.connection.stream.destroy()
  }
  client.on('notification', (notification) => {
    if (notification.channel === channel) {
      // pg parses within its socket's event: whatever is thrown here would end the listening.
      try {
        onNotification(notification.payload ?? '')
      } catch (err) {
        onError(err)
      }
    }
  })
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (err) {
    destroy()
    throw err
  }
  /** Asks the server itself whether this session listens: a socket that looks open proves nothing. */
  const beat = async (): Promise<void> => {
    const { rowCount } = await client.query({
      text: 'select from pg_listening_channels() as listening(channel) where channel = $1',
      values: [channel],
    })
    if (rowCount === 0) {
      throw new Error('The connection does not listen any more.')
    }
  }
  return {
    destroy,
    ended: async ({ heartbeatMs: every, signal }) => {
      const aborted = new Promise<undefined>((resolve) => {
        signal.addEventListener('abort', () => resolve(undefined), { once: true })
      })
      for (;;) {
        const pause = new AbortController()
        const reason = await Promise.race([
          lost,
          aborted.then(() => STOPPED),
          wait(every, null, { signal: pause.signal }).catch(() => null),
        ]).finally(() => pause.abort())
        if (reason !== null) {
          return reason
        }
        const silent = await Promise.race([
          lost,
          aborted.then(() => STOPPED),
          answered({ beat, within: every }),
        ])
        if (silent !== null) {
          return silent
        }
      }
    },
  }
}

const STOPPED = new Error('The listener was stopped.')

/** @returns `null` when the server answered in time, otherwise what is wrong. */
const answered = async ({
  beat,
  within,
}: {
  beat: () => Promise<void>
  within: number
}): Promise<unknown> => {
  const pause = new AbortController()
  return Promise.race([
    beat().then(
      () => null,
      (err: unknown) => err,
    ),
    wait(within, undefined, { signal: pause.signal })
      // When our own thread was busy, the answer may lie there unread.
      .then(() => turnOfTheLoop().then(turnOfTheLoop))
      .then(() => new Error('The database did not answer a heartbeat.'))
      .catch(() => null),
  ]).finally(() => pause.abort())
}
