// Looks at the database before anything relies on it.
import pg from 'pg'
import { startError } from '../fail.ts'

const OLDEST = 15
const CONNECT_TIMEOUT_MS = 8_000

/**
 * @throws a start error when the database cannot be reached, refuses us or is too old.
 */
export const checkDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  const at = describe(url)
  try {
    await client.connect()
  } catch (err) {
    throw startError(`${reasonFor({ at, err: err as NodeJS.ErrnoException })}`)
  }
  try {
    const { rows } = await client.query<{ number: string; text: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
    )
    const major = Math.floor(Number(rows[0]?.number) / 10_000)
    if (major < OLDEST) {
      throw startError(
        `The database at ${at} is Postgres ${rows[0]?.text}. Vitrine needs ${OLDEST} or later.`,
      )
    }
  } finally {
    await client.end()
  }
}

const reasonFor = ({ at, err }: { at: string; err: NodeJS.ErrnoException }): string => {
  switch (err.code) {
    case '28P01':
    case '28000':
      return `The database at ${at} refused the user or password in DATABASE_URL. Correct them.`
    case '3D000':
      return `There is no such database at ${at}. Create it, or correct DATABASE_URL.`
    default:
      return `The database at ${at} cannot be reached (${err.code ?? err.message}). Start it, or correct DATABASE_URL.`
  }
}

/** Host, port and database, never the password. */
const describe = (url: string): string => {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}
