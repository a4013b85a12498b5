// Connections of the database are few. Nobody keeps one that does nothing, and none outlives its server.
import { expect, it } from '@jest/globals'
import pg from 'pg'
import { startPayload } from './support/payload.ts'

it('are all free once the server has connected, and closed once it has ended', async () => {
  const { databaseUrl, payload, stop } = await startPayload()
  const watcher = new pg.Client({ connectionString: databaseUrl })
  await watcher.connect()
  const others = async (): Promise<number> => {
    const { rows } = await watcher.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    )
    return rows[0]!.count
  }
  try {
    const { pool } = payload.db as unknown as { pool: pg.Pool }
    expect([pool.totalCount > 0, pool.totalCount - pool.idleCount]).toEqual([true, 0])
    expect(await others()).toBe(pool.totalCount)
    await stop()
    // Postgres itself notices a moment later.
    while ((await others()) > 0);
  } finally {
    await watcher.end()
  }
})
