// One process at a time prepares a database; the others wait for it and then find everything done.
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startError } from '../fail.ts'
import { step } from '../tell.ts'

/** Names the lock; advisory locks are per database. */
const LOCK = 'vitrine.prepare'

const ASK_AGAIN_MS = 200

/** A connection that says nothing is closed by some networks. */
const STAY_AWAKE_MS = 10_000

const LOST =
  'The connection to the database was lost while it was prepared. What was finished stays; start again.'

/**
 * @param url As the owner of the tables; a connection that stays, not one of a transaction pooler.
 * @param signal Gives up, waiting or working.
 * @param work Given a signal that ends it when the turn is lost with its connection.
 */
export const inTurn = async <T>({
  signal,
  url,
  work,
}: {
  signal?: AbortSignal | undefined
  url: string
  work: (signal: AbortSignal) => Promise<T>
}): Promise<T> => {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  await client.connect()
  const take = async (): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtext($1)) as taken',
      [LOCK],
    )
    return rows[0]!.taken
  }
  const waking = setInterval(() => {
    client.query('select 1').catch(() => lost.abort())
  }, STAY_AWAKE_MS)
  try {
    if (!(await take())) {
      await step('Waiting for another process that prepares the database', async () => {
        do {
          await delay(ASK_AGAIN_MS, undefined, signal ? { signal } : {})
        } while (!(await take()))
      })
    }
    return await work(AbortSignal.any([lost.signal, ...(signal ? [signal] : [])]))
  } catch (err) {
    throw lost.signal.aborted && !signal?.aborted ? startError(LOST) : err
  } finally {
    clearInterval(waking)
    await client.end().catch(() => undefined)
  }
}
