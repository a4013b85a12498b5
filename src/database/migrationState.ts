// Which migrations a database has seen, and which of them this code knows.
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'

export type MigrationState = {
  done: string[]
  /** In the order in which they run. */
  pending: string[]
  /** Of a newer version than this code. */
  unknown: string[]
}

/** @param url As the owner of the tables. */
export const findMigrationState = async (url: string): Promise<MigrationState> => {
  const known = migrations.map(({ name }) => name)
  const seen = await namesIn(url)
  return {
    done: known.filter((name) => seen.includes(name)),
    pending: known.filter((name) => !seen.includes(name)),
    unknown: seen.filter((name) => !known.includes(name)).sort(),
  }
}

const namesIn = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('public.payload_migrations') is not null as exists`,
    )
    if (!rows[0]?.exists) {
      return []
    }
    const { rows: done } = await client.query<{ name: string }>(
      'select name from public.payload_migrations',
    )
    return done.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
