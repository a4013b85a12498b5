/**
 * Transactions of the adapter that end by themselves and say how they ended.
 *
 * Payload's own swallow a COMMIT that failed, and send the statements of a transaction that is gone to
 * the pool, where each counts alone: half of a change would be saved, and the caller told it all was.
 */
import { randomUUID } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import { connectionLost, poolExhausted } from './outage.ts'
import { currentScope, noteOutage } from './scope.ts'

type Work = (tx: Transaction) => Promise<void>

/** Drizzle's transaction, with the client below it, which is not in its types. */
type Transaction = { session: { client: Client } }

type Client = EventEmitter & {
  connection: { stream: { destroy: () => void } }
  /** When it was last asked something, in milliseconds of `performance.now()`. */
  askedAt: number
}

type Session = {
  db: unknown
  client?: Client
  /** Commits or rolls back. Rejects when the commit did not happen. */
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

export type TransactionalAdapter = {
  beginTransaction: (this: unknown, options?: object) => Promise<string>
  commitTransaction: (this: unknown, id?: Id) => Promise<void>
  rollbackTransaction: (this: unknown, id?: Id) => Promise<void>
  drizzle: { transaction: (work: Work, options?: object) => Promise<void> }
  initializing?: Promise<void>
  sessions: Record<string, Session | undefined>
  transactionOptions?: object | undefined
  updateJobs?: (this: unknown, args: JobsArgs) => Promise<unknown>
}

type Id = Promise<string | number> | string | number | null | undefined
type JobsArgs = { req?: { transactionID?: Id } }

/** How many transactions that lost their connection are remembered: far more than requests that run. */
const MOST_REMEMBERED = 10_000

/**
 * Replaces the adapter's methods in place.
 *
 * @param idleMs How long a transaction may be asked nothing before its connection is closed. Nobody ends
 *   it any more, and it may hold locks.
 * @param most How many may be open at once. Others wait for up to five seconds. Payload asks some questions on a
 *   connection beside the one of a transaction, so there have to be connections left.
 */
export const guardTransactions = (
  adapter: TransactionalAdapter,
  { idleMs = 5 * 60_000, most = Infinity }: { idleMs?: number; most?: number } = {},
): void => {
  const places = createPlaces(most)
  const open: Record<string, Session | undefined> = {}
  const lost = new Set<string>()

  adapter.sessions = new Proxy(open, {
    get: (sessions, id: string) => sessions[id] ?? (lost.has(id) ? LOST : undefined),
  })

  /** Takes the session away, first of all: nobody else finds one that is ending. */
  const take = async (given: Id): Promise<Session | undefined> => {
    const id = String(await given)
    const session = adapter.sessions[id]
    delete open[id]
    return session
  }

  const lose = (id: string): void => {
    const session = open[id]
    if (session) {
      delete open[id]
      lost.add(id)
      const [oldest] = lost
      if (lost.size > MOST_REMEMBERED && oldest !== undefined) {
        lost.delete(oldest)
      }
      void session.reject()
    }
  }

  setInterval(() => {
    for (const session of Object.values(open)) {
      if (session?.client && performance.now() - session.client.askedAt > idleMs) {
        session.client.connection.stream.destroy()
      }
    }
  }, idleMs / 10).unref()

  adapter.beginTransaction = async (options) => {
    await adapter.initializing
    const leave = await places.take()
    const id = randomUUID()
    await new Promise<void>((ready, failed) => {
      const outcome: Promise<void> = adapter.drizzle.transaction(
        (tx) =>
          new Promise<void>((resolve, reject) => {
            open[id] = {
              db: tx,
              client: tx.session.client,
              resolve: () => {
                resolve()
                return outcome
              },
              reject: () => {
                reject(new Error('The transaction is rolled back.'))
                return outcome.catch(() => undefined)
              },
            }
            const { client } = tx.session
            const onEnd = () => lose(id)
            client.once('end', onEnd)
            const forget = () => client.off('end', onEnd)
            outcome.then(forget, forget)
            ready()
          }),
        options ?? adapter.transactionOptions,
      )
      outcome.then(leave, leave)
      outcome.catch(failed)
    })
    return id
  }

  adapter.commitTransaction = async (id) => {
    await (await take(id))?.resolve()
  }

  adapter.rollbackTransaction = async (id) => {
    await (await take(id))?.reject()
  }

  const { updateJobs } = adapter
  adapter.updateJobs = async function (args) {
    try {
      return await updateJobs?.call(this, args)
    } catch (err) {
      // Payload begins a transaction for it and ends it only when all went well.
      await adapter.rollbackTransaction(args.req?.transactionID)
      throw err
    }
  }
}

const LONGEST_WAIT_MS = 5_000

/** First come, first served: whoever leaves hands the place to the one who waits longest. */
const createPlaces = (most: number): { take: () => Promise<() => void> } => {
  let taken = 0
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next) {
      next()
    } else {
      taken -= 1
    }
  }
  const wait = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1)
        const err = poolExhausted(new Error('No transaction ended in time.'))
        noteOutage(currentScope(), err)
        reject(err)
      }, LONGEST_WAIT_MS)
      waiting.push(begin)
    })
  return {
    take: async () => {
      if (taken < most) {
        taken += 1
      } else {
        await wait()
      }
      return leave
    },
  }
}

/** Stands for a transaction whose connection is gone: whatever still belongs to it fails. */
const LOST: Session = {
  db: new Proxy(
    {},
    {
      get: () => {
        throw connectionLost()
      },
    },
  ),
  resolve: () => Promise.reject(connectionLost()),
  reject: () => Promise.resolve(),
}
