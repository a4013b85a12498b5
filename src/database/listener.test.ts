// The listener against a real Postgres behind a proxy that is cut, refused and silenced.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { copyTemplate } from '../../test/support/payload.ts'
import { startTcpProxy, type TcpProxy } from '../../test/support/tcpProxy.ts'
import { startListener, type Listener } from './listener.ts'

const CHANNEL = 'listener_test'

let direct: pg.Client
let proxy: TcpProxy
let throughProxy: string
let listener: Listener | undefined
let heard: string[]
let gaps: number
let errors: unknown[]

beforeAll(async () => {
  const url = new URL(await copyTemplate())
  direct = new pg.Client({ connectionString: url.href })
  await direct.connect()
  proxy = await startTcpProxy({ port: Number(url.port) })
  url.port = String(proxy.port)
  throughProxy = url.href
})

afterAll(async () => {
  await direct.end()
  await proxy.stop()
})

afterEach(async () => {
  proxy.speak()
  proxy.admit()
  await listener?.stop()
  listener = undefined
})

const listen = async (options: { onNotification?: (payload: string) => void } = {}) => {
  heard = []
  gaps = 0
  errors = []
  listener = await startListener({
    channel: CHANNEL,
    databaseUrl: throughProxy,
    connectMs: 500,
    heartbeatMs: 200,
    longestRetryMs: 100,
    onError: (err) => errors.push(err),
    onGap: () => (gaps += 1),
    onNotification: (payload) => heard.push(payload),
    retryMs: 10,
    ...options,
  })
}

const say = (payload: string) => direct.query('select pg_notify($1, $2)', [CHANNEL, payload])

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Sessions of this database that listen, as the server counts them. */
const sessions = async (): Promise<number> => {
  const { rows } = await direct.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  )
  return rows[0]!.count
}

describe('a listener', () => {
  it('hears what is said on its channel, and nothing of others', async () => {
    await listen()
    await direct.query(`select pg_notify('another_channel', 'no')`)
    await say('yes')
    await until(() => heard.length > 0)
    expect(heard).toEqual(['yes'])
  })

  it('goes on when a handler throws', async () => {
    const got: string[] = []
    await listen({
      onNotification: (payload) => {
        got.push(payload)
        if (payload === 'broken') {
          throw new Error('This payload is not understood.')
        }
      },
    })
    await say('broken')
    await say('whole')
    await until(() => got.length === 2)
    expect(got).toEqual(['broken', 'whole'])
    expect(errors).toEqual([new Error('This payload is not understood.')])
  })

  it('is one connection after ten outages, and says after each that it may have missed something', async () => {
    await listen()
    for (let outage = 1; outage <= 10; outage += 1) {
      proxy.refuse()
      await until(() => listener?.isListening() === false)
      const failures = errors.length
      // Long enough for several attempts, all of which are refused.
      await until(() => errors.length >= failures + 3)
      expect(proxy.count()).toBe(0)
      proxy.admit()
      await until(() => gaps === outage)
    }
    await say('after all')
    await until(() => heard.length > 0)
    expect(heard).toEqual(['after all'])
    expect(proxy.count()).toBe(1)
    await until(async () => (await sessions()) === 1)
    expect(await sessions()).toBe(1)
  })

  it('notices a connection that died without a word', async () => {
    await listen()
    proxy.silence()
    await until(() => listener?.isListening() === false)
    expect(String(errors[0])).toContain('heartbeat')
    proxy.speak()
    await until(() => gaps === 1)
    await say('again')
    await until(() => heard.length > 0)
    expect(heard).toEqual(['again'])
  })

  it('comes back after the server ended its session', async () => {
    await listen()
    await direct.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    await until(() => gaps === 1)
    expect(proxy.count()).toBe(1)
  })

  it('stops while the database is away, and leaves no connection', async () => {
    await listen()
    proxy.refuse()
    await until(() => errors.length >= 2)
    await listener?.stop()
    proxy.admit()
    expect(proxy.count()).toBe(0)
    expect(listener?.isListening()).toBe(false)
  })

  it('fails at once when the first connection cannot be made', async () => {
    proxy.refuse()
    await expect(listen()).rejects.toThrow()
    expect(proxy.count()).toBe(0)
  })
})
