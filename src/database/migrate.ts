// Brings the schema up to date before the server uses it, in a process of its own: migrations run
// as the owner of the tables, the server as the runtime role.
import { spawn } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { migrations } from '../../migrations/index.ts'
import { startError } from '../fail.ts'

/** The names of the migrations that the database has not seen. */
export const pendingMigrations = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('payload_migrations') is not null as exists`,
    )
    if (!rows[0]?.exists) {
      return migrations.map(({ name }) => name)
    }
    const { rows: done } = await client.query<{ name: string }>(
      'select name from payload_migrations',
    )
    return migrations
      .map(({ name }) => name)
      .filter((name) => !done.some((row) => row.name === name))
  } finally {
    await client.end()
  }
}

/**
 * Runs the pending migrations.
 *
 * @throws a start error with the last line of its output when it fails.
 */
export const migrate = ({
  ownerUrl,
  root,
  signal,
}: {
  ownerUrl: string
  root: string
  signal?: AbortSignal | undefined
}): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=production',
        path.join(root, 'scripts', 'run.mjs'),
        'src/database/migrateNow.ts',
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URL: ownerUrl,
          PAYLOAD_MIGRATING: 'true',
          FORCE_COLOR: '0',
        },
        signal,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            startError(
              `The migrations did not run through, so nothing was started:\n${output.trim()}`,
            ),
          ),
    )
  })
